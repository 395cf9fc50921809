package com.globalbooking.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessKeys;
import com.globalbooking.local.aws.AccessKeys.AccessKey;
import com.globalbooking.local.aws.AccessKeys.Caller;
import com.globalbooking.local.aws.AwsEndpoint;
import com.globalbooking.local.network.Network;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** AWS's own client. */
class SecretsServiceIT {
  private static final RegionName REGION = new RegionName("eu-west-1");
  private static final String ACCOUNT = "123456789012";
  private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/f";

  private final AccessControl access = new AccessControl();
  private final Secrets secrets = new Secrets(REGION.value(), ACCOUNT, Clock.systemUTC());
  private AwsEndpoint endpoint;
  private SecretsManagerClient client;
  private String arn = "";

  @BeforeEach
  void start() {
    var keys = new AccessKeys(new Random(1));
    AccessKey key = keys.keyOf(new Caller(REGION, "f", ROLE));
    var service =
        new SecretsService(
            region -> region.equals(REGION) ? Optional.of(secrets) : Optional.empty(),
            Clock.systemUTC());
    endpoint = AwsEndpoint.start(keys, access, new Network(), List.of(service));
    client =
        SecretsManagerClient.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.of(REGION.value()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsSessionCredentials.create(key.id(), key.secret(), key.sessionToken())))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    arn = secrets.create("audit-writer", "who appends", Optional.of("arn:aws:kms:::key/1"));
    allow("[\"secretsmanager:*\"]", arn);
  }

  @AfterEach
  void stop() {
    client.close();
    endpoint.close();
  }

  @Test
  void aSecretWithoutAValueIsNotFound() {
    assertThatThrownBy(() -> client.getSecretValue(get -> get.secretId(arn)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("AWSCURRENT");
  }

  @Test
  void whatWasPutLastIsCurrentAndWhatWasBeforeIsPrevious() {
    client.putSecretValue(put -> put.secretId(arn).secretString("one"));
    String second = client.putSecretValue(put -> put.secretId(arn).secretString("two")).versionId();

    var current = client.getSecretValue(get -> get.secretId("audit-writer"));
    var previous = client.getSecretValue(get -> get.secretId(arn).versionStage("AWSPREVIOUS"));
    assertThat(current.secretString()).isEqualTo("two");
    assertThat(current.versionId()).isEqualTo(second);
    assertThat(current.arn()).isEqualTo(arn);
    assertThat(current.createdDate()).isNotNull();
    assertThat(previous.secretString()).isEqualTo("one");
  }

  @Test
  void aThirdValueLeavesTheFirstWithoutAStage() {
    String first = client.putSecretValue(put -> put.secretId(arn).secretString("one")).versionId();
    client.putSecretValue(put -> put.secretId(arn).secretString("two"));
    client.putSecretValue(put -> put.secretId(arn).secretString("three"));

    var description = client.describeSecret(describe -> describe.secretId(arn));
    assertThat(description.versionIdsToStages()).hasSize(2).doesNotContainKey(first);
    assertThat(description.name()).isEqualTo("audit-writer");
    assertThat(description.kmsKeyId()).isEqualTo("arn:aws:kms:::key/1");
  }

  @Test
  void theSameTokenPutsOnce() {
    String token = "00000000-0000-0000-0000-000000000001";
    client.putSecretValue(put -> put.secretId(arn).clientRequestToken(token).secretString("one"));
    client.putSecretValue(put -> put.secretId(arn).clientRequestToken(token).secretString("one"));

    assertThatThrownBy(
            () ->
                client.putSecretValue(
                    put -> put.secretId(arn).clientRequestToken(token).secretString("other")))
        .isInstanceOf(ResourceExistsException.class);
    assertThat(client.getSecretValue(get -> get.secretId(arn)).secretString()).isEqualTo("one");
  }

  @Test
  void bytesComeBackAsBytes() {
    client.putSecretValue(put -> put.secretId(arn).secretBinary(SdkBytes.fromUtf8String("b")));
    assertThat(client.getSecretValue(get -> get.secretId(arn)).secretBinary().asUtf8String())
        .isEqualTo("b");
  }

  @Test
  void onlyTheGrantedSecretCanBeReadAndNotBeWritten() {
    String other = secrets.create("pms", "", Optional.empty());
    secrets.put(other, "key");
    secrets.put(arn, "password");
    allow("[\"secretsmanager:GetSecretValue\"]", arn);

    assertThat(client.getSecretValue(get -> get.secretId(arn)).secretString())
        .isEqualTo("password");
    assertThatThrownBy(() -> client.getSecretValue(get -> get.secretId(other)))
        .isInstanceOfSatisfying(
            SecretsManagerException.class,
            denied ->
                assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"))
        .hasMessageContaining("secretsmanager:GetSecretValue")
        .hasMessageContaining(other);
    assertThatThrownBy(() -> client.putSecretValue(put -> put.secretId(arn).secretString("mine")))
        .hasMessageContaining("secretsmanager:PutSecretValue");
    assertThat(access.observed().get("f"))
        .contains("secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    allow("[\"secretsmanager:*\"]", "*");
    assertThatThrownBy(() -> client.getSecretValue(get -> get.secretId("nothing")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> client.listSecrets()).isInstanceOf(SecretsManagerException.class);
  }

  private void allow(String actions, String resource) {
    access.putRolePolicy(
        ROLE,
        "use",
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":%s,"Resource":"%s"}]}
        """
            .formatted(actions, resource));
  }
}
