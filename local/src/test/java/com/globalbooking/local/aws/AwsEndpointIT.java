package com.globalbooking.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessKeys.AccessKey;
import com.globalbooking.local.aws.AccessKeys.Caller;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.network.Network;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** AWS's own client on the endpoint, with a real engine behind it. */
class AwsEndpointIT {
  private static final Path LIB = Path.of("dynamodb-local", "target", "lib");
  private static final RegionName REGION = new RegionName("eu-west-1");
  private static final RegionName ELSEWHERE = new RegionName("us-west-2");
  private static final String ROLE = "arn:aws:iam::123456789012:role/f";

  @TempDir private static Path directory;
  private static DynamoDbEngine engine;
  private static AwsEndpoint endpoint;
  private static AccessKey key;
  private static final AccessControl ACCESS = new AccessControl();
  private static final Network NETWORK = new Network();

  @BeforeAll
  static void start() throws Exception {
    engine = DynamoDbEngine.start(REGION, LIB, directory.resolve("dynamodb.log"));
    engine
        .client()
        .createTable(
            table ->
                table
                    .tableName("table")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(
                        KeySchemaElement.builder().attributeName("k").keyType(KeyType.HASH).build())
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("k")
                            .attributeType(ScalarAttributeType.S)
                            .build()));
    var keys = new AccessKeys(RandomGenerator.getDefault());
    key = keys.keyOf(new Caller(REGION, "f", ROLE));
    // Both Regions on one engine: what crosses the network is the request, not the data.
    var service = new DynamoDbService(_ -> Optional.of(engine.endpoint()), _ -> "");
    endpoint = AwsEndpoint.start(keys, ACCESS, NETWORK, List.of(service), Duration.ZERO);
  }

  @AfterAll
  static void stop() {
    endpoint.close();
    engine.close();
  }

  @BeforeEach
  void allowPuts() {
    ACCESS.putRolePolicy(
        ROLE,
        "puts",
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"dynamodb:PutItem",
         "Resource":"arn:aws:dynamodb:*:123456789012:table/*"}]}
        """);
    NETWORK.heal(REGION, ELSEWHERE);
  }

  @Test
  void aRefusedTransactionComesBackWithTheItemsThatRefusedIt() {
    try (DynamoDbClient client = client(REGION)) {
      TransactWriteItem put = putUnlessThere("one");
      client.transactWriteItems(request -> request.transactItems(put));

      assertThatThrownBy(() -> client.transactWriteItems(request -> request.transactItems(put)))
          .isInstanceOfSatisfying(
              TransactionCanceledException.class,
              cancelled ->
                  assertThat(cancelled.cancellationReasons().getFirst().item())
                      .containsEntry("k", AttributeValue.fromS("one")));
    }
  }

  @Test
  void theClientUnderstandsARefusal() {
    try (DynamoDbClient client = client(REGION)) {
      assertThatThrownBy(() -> client.getItem(get -> get.tableName("table").key(key("one"))))
          .isInstanceOfSatisfying(
              DynamoDbException.class,
              denied -> {
                assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
                assertThat(denied.awsErrorDetails().errorMessage())
                    .contains("dynamodb:GetItem", "table/table");
              });
      assertThatThrownBy(() -> client.putItem(put -> put.tableName("none").item(key("one"))))
          .isInstanceOf(ResourceNotFoundException.class);
    }
  }

  @Test
  void anotherRegionIsReachedAcrossTheNetwork() {
    try (DynamoDbClient client = client(ELSEWHERE)) {
      client.putItem(put -> put.tableName("table").item(key("two")));
      NETWORK.cut(REGION, ELSEWHERE);

      assertThatThrownBy(() -> client.putItem(put -> put.tableName("table").item(key("three"))))
          .isInstanceOf(SdkClientException.class);
    }
  }

  private static TransactWriteItem putUnlessThere(String value) {
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName("table")
                .item(key(value))
                .conditionExpression("attribute_not_exists(k)")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build())
        .build();
  }

  private static Map<String, AttributeValue> key(String value) {
    return Map.of("k", AttributeValue.fromS(value));
  }

  private static DynamoDbClient client(RegionName region) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint.uri())
        .region(Region.of(region.value()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsSessionCredentials.create(key.id(), key.secret(), key.sessionToken())))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(configuration -> configuration.retryStrategy(r -> r.maxAttempts(1)))
        .build();
  }
}
