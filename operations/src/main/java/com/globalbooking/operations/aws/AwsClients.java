package com.globalbooking.operations.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Clients of one operator.
 *
 * @param endpoint that serves everything, as that of local Regions does; AWS's own without one
 * @param credentials the SDK's own search for them without any
 */
public record AwsClients(Optional<URI> endpoint, Optional<AwsCredentials> credentials) {

  /** With the credentials that the operator is logged in with. */
  public static AwsClients ofOperator(Optional<URI> endpoint) {
    return new AwsClients(endpoint, Optional.empty());
  }

  /** For local Regions, which everything on this machine may use. */
  public static AwsClients local(Optional<URI> endpoint) {
    return new AwsClients(endpoint, Optional.of(AwsBasicCredentials.create("local", "local")));
  }

  /** Of a Region. */
  public CloudWatchClient cloudWatch(String region) {
    return in(region, CloudWatchClient.builder()).build();
  }

  public DynamoDbClient dynamoDb(String region) {
    return in(region, DynamoDbClient.builder()).build();
  }

  public LambdaClient lambda(String region) {
    return in(region, LambdaClient.builder()).build();
  }

  public RdsClient rds(String region) {
    return in(region, RdsClient.builder()).build();
  }

  /** Route 53 has no Regions. */
  public Route53Client route53() {
    return in(Region.AWS_GLOBAL.id(), Route53Client.builder()).build();
  }

  public SqsClient sqs(String region) {
    return in(region, SqsClient.builder()).build();
  }

  public SsmClient ssm(String region) {
    return in(region, SsmClient.builder()).build();
  }

  private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B in(
      String region, B builder) {
    builder.region(Region.of(region)).httpClientBuilder(UrlConnectionHttpClient.builder());
    endpoint.ifPresent(builder::endpointOverride);
    credentials.ifPresent(it -> builder.credentialsProvider(StaticCredentialsProvider.create(it)));
    return builder;
  }
}
