package com.globalbooking.reconciliationchecker;

import com.globalbooking.audit.DatabaseUser;
import com.globalbooking.audit.JdbcAuditTrail;
import com.globalbooking.cache.CacheLimits;
import com.globalbooking.cache.IamToken;
import com.globalbooking.cache.RedisAvailabilityCache;
import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.AuditTrail;
import com.globalbooking.domain.AvailabilityCache;
import com.globalbooking.domain.AvailabilityStore;
import com.globalbooking.domain.BookingReader;
import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.PmsStatements;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.StayReader;
import com.globalbooking.domain.reconciliation.InventoryPass;
import com.globalbooking.domain.reconciliation.Reconciling;
import com.globalbooking.metrics.Metrics;
import com.globalbooking.pms.HttpPmsStatements;
import com.globalbooking.pms.PmsConnections;
import com.globalbooking.pms.SignedHttp;
import com.globalbooking.pms.SigningKeys;
import com.globalbooking.pms.control.DynamoDbCircuitBreakers;
import com.globalbooking.pms.control.DynamoDbPmsDirectory;
import com.globalbooking.secrets.KeptSecret;
import com.globalbooking.secrets.SecretStore;
import com.globalbooking.secrets.SecretsManagerStore;
import com.globalbooking.secrets.UserCredentials;
import com.globalbooking.store.DynamoDbAllotmentReader;
import com.globalbooking.store.DynamoDbAvailabilityStore;
import com.globalbooking.store.DynamoDbBookingReader;
import com.globalbooking.store.DynamoDbInventoryPass;
import com.globalbooking.store.DynamoDbStayReader;
import io.quarkus.arc.Unremovable;
import io.quarkus.credentials.CredentialsProvider;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Joins ports and adapters. */
@Dependent
class Wiring {
  /** Nobody waits; but what does not answer is to be found out soon. */
  private static final CacheLimits CACHE =
      new CacheLimits(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ZERO);

  private static final Duration LONGEST_READ_ELSEWHERE = Duration.ofSeconds(3);
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(1);
  private static final Duration PASSWORD_KEPT_FOR = Duration.ofHours(12);
  private static final Duration KEYS_KEPT_FOR = Duration.ofMinutes(5);
  private static final int PAGE = 1_000;

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

  @Produces
  @Singleton
  AllotmentReader allotments(DynamoDbClient client, BookingConfig config) {
    return new DynamoDbAllotmentReader(client, config.inventoryTable());
  }

  @Produces
  @Singleton
  AvailabilityStore availability(DynamoDbClient client, BookingConfig config) {
    return new DynamoDbAvailabilityStore(client, config.inventoryTable());
  }

  @Produces
  @Singleton
  BookingReader bookings(DynamoDbClient client, BookingConfig config) {
    return new DynamoDbBookingReader(client, config.bookingsTable());
  }

  @Produces
  @Singleton
  StayReader stays(DynamoDbClient client, BookingConfig config, DeployedRegions regions) {
    return new DynamoDbStayReader(client, config.bookingsTable(), regions.own());
  }

  @Produces
  @Singleton
  InventoryPass pass(DynamoDbClient client, BookingConfig config) {
    return new DynamoDbInventoryPass(client, config.inventoryTable(), config.controlTable(), PAGE);
  }

  @Produces
  @Singleton
  AvailabilityCache cache(Vertx vertx, BookingConfig config, DeployedRegions regions, Clock clock) {
    var token =
        new IamToken(
            EnvironmentVariableCredentialsProvider.create(),
            regions.own().code(),
            config.cacheName(),
            config.cacheUser(),
            clock);
    return new RedisAvailabilityCache(vertx, config.cacheEndpoint(), token, CACHE, clock);
  }

  @Produces
  @Singleton
  SecretStore secrets() {
    return SecretsManagerStore.create();
  }

  @Produces
  @Singleton
  DatabaseUser user(SecretStore secrets, BookingConfig config, Clock clock) {
    return new DatabaseUser(
        new KeptSecret(secrets, config.auditReaderSecret(), PASSWORD_KEPT_FOR, clock));
  }

  /** Asked by the connection pool for each new connection; application.properties names it. */
  @Produces
  @Singleton
  @Unremovable
  @Named("audit-database-user")
  CredentialsProvider credentials(DatabaseUser user) {
    return new CredentialsProvider() {
      @Override
      public Map<String, String> getCredentials(String name) {
        UserCredentials credentials = user.credentials();
        return Map.of(
            USER_PROPERTY_NAME, credentials.username(),
            PASSWORD_PROPERTY_NAME, credentials.password());
      }
    };
  }

  @Produces
  @Singleton
  AuditTrail audit(DataSource source, DatabaseUser user) {
    return new JdbcAuditTrail(source, user);
  }

  @Produces
  @Singleton
  PmsStatements pms(DynamoDbClient client, SecretStore secrets, BookingConfig config, Clock clock) {
    var keys = new SigningKeys(new KeptSecret(secrets, config.pmsSecret(), KEYS_KEPT_FOR, clock));
    return new HttpPmsStatements(
        new DynamoDbPmsDirectory(client, config.controlTable()),
        new DynamoDbCircuitBreakers(client, config.controlTable()),
        new PmsConnections(config.pmsConnections().orElse(List.of())),
        new SignedHttp(keys, SignedHttp.Limits.USUAL, clock));
  }

  @Produces
  @Singleton
  Metrics metrics(Clock clock, BookingConfig config) {
    return new Metrics(System.out, clock, config.environment());
  }

  @Produces
  @Singleton
  Reconciling.Tables tables(
      InventoryPass pass,
      AvailabilityStore availability,
      AllotmentReader allotments,
      StayReader stays,
      BookingReader bookings) {
    return new Reconciling.Tables(pass, availability, allotments, stays, bookings);
  }

  @Produces
  @Singleton
  Reconciling.Others others(
      DeployedRegions regions,
      BookingConfig config,
      AvailabilityCache cache,
      AuditTrail audit,
      PmsStatements pms) {
    Map<Region, AllotmentReader> replicas = new LinkedHashMap<>();
    for (Region other : regions.others()) {
      replicas.put(other, new DynamoDbAllotmentReader(client(other), config.inventoryTable()));
    }
    return new Reconciling.Others(cache, replicas, audit, pms);
  }

  /** One client per other Region; a Region that is out of reach is found out soon. */
  private static DynamoDbClient client(Region other) {
    return DynamoDbClient.builder()
        .region(software.amazon.awssdk.regions.Region.of(other.code()))
        .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(LONGEST_CONNECT)
                .socketTimeout(LONGEST_READ_ELSEWHERE))
        .overrideConfiguration(
            config ->
                config
                    .apiCallTimeout(LONGEST_READ_ELSEWHERE)
                    .retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  @Produces
  @Singleton
  Reconciling reconciling(
      DeployedRegions regions,
      Reconciling.Tables tables,
      Reconciling.Others others,
      BookingConfig config,
      Clock clock) {
    return new Reconciling(
        regions, tables, others, Duration.ofSeconds(config.reconciliationBudgetSeconds()), clock);
  }
}
