package com.globalbooking.domain;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double with each failure. The upper half of each is random, so that those who failed
 * together do not come back together.
 *
 * @param first the shortest pause
 * @param longest no pause is longer
 */
public record Backoff(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 30;

  /** The pause after so many failures in a row, at least one. */
  public Duration after(int failures, RandomGenerator random) {
    int doublings = Math.clamp(failures - 1L, 0, MOST_DOUBLINGS);
    Duration doubled = first.multipliedBy(1L << doublings);
    Duration limit = doubled.compareTo(longest) < 0 ? doubled : longest;
    Duration half = limit.dividedBy(2);
    Duration pause = half.plusNanos(random.nextLong(half.toNanos() + 1));
    return pause.compareTo(first) < 0 ? first : pause;
  }
}
