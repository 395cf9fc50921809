package com.globalbooking.local.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The token buckets of a stage: one per route, as the stage's limits hold for each route. */
final class Throttle {
  private final LongSupplier nanoTime;
  private final Map<Key, TokenBucket> buckets = new ConcurrentHashMap<>();

  /** New limits make a new, full bucket. */
  private record Key(String routeKey, Throttling limits) {}

  Throttle(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Counts a request; false when its route's bucket is empty. */
  boolean admits(Stage stage, HttpRoute route) {
    String routeKey = route.routeKey();
    return Optional.ofNullable(stage.routeThrottling().get(routeKey))
        .or(stage::throttling)
        .map(
            limits ->
                buckets
                    .computeIfAbsent(
                        new Key(routeKey, limits), _ -> new TokenBucket(limits, nanoTime))
                    .tryTake())
        .orElse(true);
  }
}
