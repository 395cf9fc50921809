package com.globalbooking.local.workflow;

import com.globalbooking.local.workflow.data.StateFailure;
import com.globalbooking.local.workflow.definition.FailureHandling;
import com.globalbooking.local.workflow.definition.FailureHandling.Retrier;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Counts the retries of one state, each retrier by itself. */
final class Retries {
  private final FailureHandling failures;
  private final IdentityHashMap<Retrier, Integer> used = new IdentityHashMap<>();

  Retries(FailureHandling failures) {
    this.failures = failures;
  }

  /** Retries so far. */
  int count() {
    return used.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** When to try again; empty when not. */
  Optional<Instant> next(StateFailure failure, Instant now) {
    Optional<Retrier> retrier = failures.retrier(failure);
    if (retrier.isEmpty()) {
      return Optional.empty();
    }
    int before = used.getOrDefault(retrier.get(), 0);
    if (before >= retrier.get().maxAttempts()) {
      return Optional.empty();
    }
    used.put(retrier.get(), before + 1);
    Duration delay = retrier.get().delay(before);
    return Optional.of(now.plus(retrier.get().fullJitter() ? partOf(delay) : delay));
  }

  private static Duration partOf(Duration delay) {
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(delay.toMillis() + 1));
  }
}
