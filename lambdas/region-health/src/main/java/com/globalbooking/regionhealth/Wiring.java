package com.globalbooking.regionhealth;

import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.JitteredRetry;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.health.Heartbeats;
import com.globalbooking.domain.health.JudgingRegion;
import com.globalbooking.domain.health.Probes;
import com.globalbooking.domain.health.ProbingRegion;
import com.globalbooking.domain.health.RegionAlarm;
import com.globalbooking.domain.health.SendingHeartbeat;
import com.globalbooking.domain.health.TimedCalls;
import com.globalbooking.metrics.Metrics;
import com.globalbooking.regionhealth.aws.CloudWatchRegionAlarm;
import com.globalbooking.store.DynamoDbHeartbeats;
import com.globalbooking.store.DynamoDbProbes;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Joins ports and adapters. Route 53 takes an answer within 2 s of connecting. The schedule's run
 * takes 3.4 s at most (the alarm is read while a round runs), of the 5 s that Lambda gives it.
 */
@Dependent
class Wiring {
  /** A round is over before a health check gives up; the client's own limit is a little shorter. */
  private static final ProbingRegion.Limits PROBING =
      new ProbingRegion.Limits(3, Duration.ofSeconds(5), Duration.ofMillis(1_400));

  private static final Duration ALARM_MAX = Duration.ofMillis(900);
  private static final Duration ALARM_ATTEMPT_MAX = Duration.ofMillis(800);
  private static final SendingHeartbeat.Limits SENDING =
      new SendingHeartbeat.Limits(Duration.ofMillis(800), Duration.ofMillis(1_200));

  /** The last attempt begins while there is time for it. */
  private static final JitteredRetry.Limits FASTER_WRITERS =
      new JitteredRetry.Limits(
          Duration.ofMillis(700), Duration.ofMillis(10), Duration.ofMillis(100));

  private static final int ATTEMPTS_MAX = 2;

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  DeployedRegions regions(@ConfigProperty(name = "aws.region") String own, BookingConfig config) {
    return new DeployedRegions(
        new Region(own), config.regions().stream().map(Region::new).toList());
  }

  /** The extension's client retries more often than a round has time for. */
  @Produces
  @Singleton
  @Named("impatient")
  DynamoDbClient dynamoDb(DynamoDbClientBuilder builder) {
    StandardRetryStrategy retry =
        AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS_MAX).build();
    return builder
        .overrideConfiguration(
            builder.overrideConfiguration().toBuilder().retryStrategy(retry).build())
        .build();
  }

  @Produces
  @Singleton
  Probes probes(
      @Named("impatient") DynamoDbClient client, BookingConfig config, DeployedRegions regions) {
    var tables =
        new DynamoDbProbes.Tables(
            config.inventoryTable(),
            config.bookingsTable(),
            config.regionsTable(),
            config.controlTable());
    return new DynamoDbProbes(client, tables, regions.own());
  }

  @Produces
  @Singleton
  Heartbeats heartbeats(@Named("impatient") DynamoDbClient client, BookingConfig config) {
    return new DynamoDbHeartbeats(client, config.regionsTable());
  }

  @Produces
  @Singleton
  RegionAlarm alarm(DeployedRegions regions, BookingConfig config) {
    // Quarkus has no extension for this client: made here as the extensions make theirs.
    CloudWatchClient client =
        CloudWatchClient.builder()
            .region(software.amazon.awssdk.regions.Region.of(regions.own().code()))
            .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(ALARM_ATTEMPT_MAX)
                    .socketTimeout(ALARM_ATTEMPT_MAX))
            .overrideConfiguration(
                limits ->
                    limits
                        .apiCallTimeout(ALARM_ATTEMPT_MAX)
                        .retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    return new CloudWatchRegionAlarm(client, config.regionAlarm());
  }

  @Produces
  @Singleton
  Metrics metrics(Clock clock, BookingConfig config) {
    return new Metrics(System.out, clock, config.environment());
  }

  @Produces
  @Singleton
  HealthReports reports(Metrics metrics) {
    return new HealthReports(metrics);
  }

  @Produces
  @Singleton
  TimedCalls calls() {
    // A thread for each call: one that hangs takes no other's place, and none keeps the JVM alive.
    return new TimedCalls(
        Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("timed-call-", 0).factory()));
  }

  @Produces
  @Singleton
  ProbingRegion probing(Probes probes, TimedCalls calls, HealthReports reports, Clock clock) {
    return new ProbingRegion(probes, calls, PROBING, reports::report, clock);
  }

  @Produces
  @Singleton
  JudgingRegion judging(ProbingRegion probing, RegionAlarm alarm, TimedCalls calls) {
    return new JudgingRegion(probing, alarm, calls, ALARM_MAX);
  }

  @Produces
  @Singleton
  SendingHeartbeat sending(
      DeployedRegions regions, Heartbeats heartbeats, TimedCalls calls, Clock clock) {
    var retry =
        new JitteredRetry(
            FASTER_WRITERS, clock, length -> Thread.sleep(length), new SecureRandom());
    return new SendingHeartbeat(regions, heartbeats, retry, calls, SENDING, clock);
  }
}
