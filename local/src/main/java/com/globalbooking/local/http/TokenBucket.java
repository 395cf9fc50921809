package com.globalbooking.local.http;

import java.util.function.LongSupplier;

/** A bucket that refills steadily; each request takes one token. Thread-safe. */
final class TokenBucket {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Throttling limits;
  private final LongSupplier nanoTime;
  private double tokens;
  private long filledAt;

  /**
   * @param nanoTime a clock that never goes back, in nanoseconds
   */
  TokenBucket(Throttling limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.tokens = limits.burst();
    this.filledAt = nanoTime.getAsLong();
  }

  /** Takes a token if there is one. */
  synchronized boolean tryTake() {
    long now = nanoTime.getAsLong();
    double refill = (now - filledAt) / NANOS_PER_SECOND * limits.ratePerSecond();
    tokens = Math.min(limits.burst(), tokens + refill);
    filledAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
