package com.globalbooking.eventpublisher;

import com.globalbooking.contract.PmsConnection;
import com.globalbooking.eventpublisher.aws.DynamoDbPmsDirectory;
import com.globalbooking.eventpublisher.aws.EventBridgeEventBus;
import com.globalbooking.eventpublisher.aws.SnsEventTopic;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.eventsources.SqsDeadLetterQueue;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Joins ports and adapters. */
@Dependent
class Wiring {
  /** A hotel that gets a PMS waits so long for its first event there. */
  private static final Duration DIRECTORY_KEPT = Duration.ofMinutes(1);

  private static final int PROPERTIES_KEPT = 10_000;
  private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(2);
  private static final Duration LONGEST_CALL = Duration.ofSeconds(5);

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  EventTopic topic(SnsClient client, BookingConfig config) {
    return new SnsEventTopic(client, config.topic());
  }

  @Produces
  @Singleton
  EventBus bus(@ConfigProperty(name = "aws.region") String region, BookingConfig config) {
    // Quarkus has no extension for this client: made here as the extensions make theirs.
    EventBridgeClient client =
        EventBridgeClient.builder()
            .region(Region.of(region))
            .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(
                limits ->
                    limits.apiCallAttemptTimeout(LONGEST_ATTEMPT).apiCallTimeout(LONGEST_CALL))
            .build();
    return new EventBridgeEventBus(client, config.eventBus());
  }

  @Produces
  @Singleton
  PmsDirectory directory(DynamoDbClient client, BookingConfig config, Clock clock) {
    return new RememberedDirectory(
        new DynamoDbPmsDirectory(client, config.controlTable()),
        DIRECTORY_KEPT,
        PROPERTIES_KEPT,
        clock);
  }

  @Produces
  @Singleton
  DeadLetterQueue deadLetters(SqsClient client, BookingConfig config) {
    return new SqsDeadLetterQueue(client, config.deadLetterQueue());
  }

  @Produces
  @Singleton
  PublishingEvents publishing(
      EventTopic topic,
      EventBus bus,
      PmsDirectory directory,
      BookingConfig config,
      DeadLetterQueue deadLetters) {
    List<PmsConnection> connections =
        config.pmsConnections().orElse(List.of()).stream().map(PmsConnection::parse).toList();
    return new PublishingEvents(topic, bus, directory, connections, deadLetters);
  }
}
