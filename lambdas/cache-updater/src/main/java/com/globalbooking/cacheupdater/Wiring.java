package com.globalbooking.cacheupdater;

import com.globalbooking.cache.CacheLimits;
import com.globalbooking.cache.IamToken;
import com.globalbooking.cache.RedisAvailabilityCache;
import com.globalbooking.domain.AvailabilityCache;
import com.globalbooking.domain.Region;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.eventsources.SqsDeadLetterQueue;
import com.globalbooking.metrics.Metrics;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Joins ports and adapters. */
@Dependent
class Wiring {
  /** Nobody waits, but a batch that comes again soon is better than one that hangs. */
  private static final CacheLimits LIMITS =
      new CacheLimits(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ZERO);

  private static final Duration LONGEST_IN_INIT = Duration.ofSeconds(2);

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  AvailabilityCache cache(
      Vertx vertx,
      BookingConfig config,
      @ConfigProperty(name = "aws.region") String region,
      Clock clock) {
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
  DeadLetterQueue deadLetters(SqsClient client, BookingConfig config) {
    return new SqsDeadLetterQueue(client, config.deadLetterQueue());
  }

  @Produces
  @Singleton
  Metrics metrics(Clock clock, BookingConfig config) {
    return new Metrics(System.out, clock, config.environment());
  }

  @Produces
  @Singleton
  FollowingInventory following(
      AvailabilityCache cache,
      @ConfigProperty(name = "aws.region") String own,
      Metrics metrics,
      Clock clock) {
    return new FollowingInventory(cache, new Region(own), metrics, clock);
  }
}
