package com.globalbooking.availabilityreader;

import com.globalbooking.cache.CacheLimits;
import com.globalbooking.cache.IamToken;
import com.globalbooking.cache.RedisAvailabilityCache;
import com.globalbooking.domain.AvailabilityCache;
import com.globalbooking.domain.AvailabilityStore;
import com.globalbooking.domain.ReadingAvailability;
import com.globalbooking.store.DynamoDbAvailabilityStore;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Joins ports and adapters. */
@Dependent
class Wiring {
  /**
   * A guest waits, and the table answers too: so not for long, and not again and again while the
   * cache is down. A connection may take longer than an answer; it is there for the next guest.
   */
  private static final CacheLimits LIMITS =
      new CacheLimits(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(1));

  private static final Duration LONGEST_IN_INIT = Duration.ofSeconds(2);

  @Produces
  @Singleton
  AvailabilityCache cache(
      Vertx vertx, BookingConfig config, @ConfigProperty(name = "aws.region") String region) {
    Clock clock = Clock.systemUTC();
    var token =
        new IamToken(
            EnvironmentVariableCredentialsProvider.create(),
            region,
            config.cacheName(),
            config.cacheUser(),
            clock);
    var cache = new RedisAvailabilityCache(vertx, config.cacheEndpoint(), token, LIMITS, clock);
    cache.connect(LONGEST_IN_INIT);
    return cache;
  }

  @Produces
  @Singleton
  AvailabilityStore availability(DynamoDbClient client, BookingConfig config) {
    return new DynamoDbAvailabilityStore(client, config.inventoryTable());
  }

  @Produces
  @Singleton
  ReadingAvailability reading(AvailabilityCache cache, AvailabilityStore availability) {
    return new ReadingAvailability(cache, availability);
  }
}
