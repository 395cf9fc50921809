package com.globalbooking.pmssyncworker;

import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.domain.pms.AbandonedNotices;
import com.globalbooking.domain.pms.CircuitBreakers;
import com.globalbooking.domain.pms.Pace;
import com.globalbooking.domain.pms.PmsClient;
import com.globalbooking.domain.pms.PmsDirectory;
import com.globalbooking.domain.pms.PmsGate;
import com.globalbooking.domain.pms.SyncStatus;
import com.globalbooking.domain.pms.SyncingPms;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.eventsources.DeadLetterQueue.DeadLetter;
import com.globalbooking.eventsources.MessageVisibility;
import com.globalbooking.eventsources.SqsDeadLetterQueue;
import com.globalbooking.eventsources.SqsMessageVisibility;
import com.globalbooking.metrics.Metrics;
import com.globalbooking.pms.HttpPmsClient;
import com.globalbooking.pms.PmsConnections;
import com.globalbooking.pms.SignedHttp;
import com.globalbooking.pms.SigningKeys;
import com.globalbooking.pms.control.DynamoDbCircuitBreakers;
import com.globalbooking.pms.control.DynamoDbPmsDirectory;
import com.globalbooking.pms.control.DynamoDbSyncStatus;
import com.globalbooking.secrets.KeptSecret;
import com.globalbooking.secrets.SecretStore;
import com.globalbooking.secrets.SecretsManagerStore;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Joins ports and adapters. */
@Dependent
class Wiring {
  private static final Duration KEYS_KEPT_FOR = Duration.ofMinutes(5);

  /** Longer than two messages, each tried with two keys, can take. */
  private static final Duration LONGEST_PROBE = Duration.ofSeconds(30);

  private static final int CALLS_PER_SECOND =
      PmsIntegration.REQUESTS_PER_SECOND / PmsIntegration.MOST_WORKERS;

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  CircuitBreakers breakers(DynamoDbClient client, BookingConfig config) {
    return new DynamoDbCircuitBreakers(client, config.controlTable());
  }

  @Produces
  @Singleton
  SyncStatus status(DynamoDbClient client, BookingConfig config, Clock clock) {
    return new DynamoDbSyncStatus(client, config.controlTable(), clock);
  }

  @Produces
  @Singleton
  PmsDirectory directory(DynamoDbClient client, BookingConfig config) {
    return new DynamoDbPmsDirectory(client, config.controlTable());
  }

  @Produces
  @Singleton
  SecretStore secrets() {
    return SecretsManagerStore.create();
  }

  @Produces
  @Singleton
  KeptSecret signingKeys(SecretStore secrets, BookingConfig config, Clock clock) {
    return new KeptSecret(secrets, config.pmsSecret(), KEYS_KEPT_FOR, clock);
  }

  @Produces
  @Singleton
  PmsClient client(KeptSecret signingKeys, BookingConfig config, Clock clock) {
    return new HttpPmsClient(
        new PmsConnections(config.pmsConnections().orElse(List.of())),
        new SignedHttp(new SigningKeys(signingKeys), SignedHttp.Limits.USUAL, clock));
  }

  @Produces
  @Singleton
  DeadLetterQueue deadLetters(SqsClient client, BookingConfig config) {
    return new SqsDeadLetterQueue(client, config.deadLetterQueue());
  }

  @Produces
  @Singleton
  MessageVisibility visibility(SqsClient client) {
    return new SqsMessageVisibility(client);
  }

  @Produces
  @Singleton
  AbandonedNotices abandoned(DeadLetterQueue deadLetters) {
    return (notice, reason) ->
        deadLetters.put(
            new DeadLetter(notice.source(), notice.id(), reason, Optional.of(notice.text())));
  }

  @Produces
  @Singleton
  SyncingPms syncing(
      PmsDirectory directory,
      PmsClient client,
      SyncStatus status,
      AbandonedNotices abandoned,
      CircuitBreakers breakers,
      BookingConfig config,
      Clock clock) {
    var limits =
        new PmsGate.Limits(
            config.circuitFailureThreshold(),
            Duration.ofSeconds(config.circuitOpenSeconds()),
            LONGEST_PROBE);
    return new SyncingPms(
        new SyncingPms.Ports(
            directory,
            client,
            status,
            abandoned,
            new MetricSignals(new Metrics(System.out, clock, config.environment())),
            Executors.newVirtualThreadPerTaskExecutor()),
        new PmsGate(breakers, limits, clock),
        new Pace(CALLS_PER_SECOND, CALLS_PER_SECOND, clock),
        clock,
        length -> Thread.sleep(length),
        new SecureRandom());
  }
}
