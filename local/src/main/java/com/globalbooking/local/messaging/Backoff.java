package com.globalbooking.local.messaging;

import java.time.Duration;

/**
 * How long to wait between attempts: twice as long after each failure.
 *
 * @param first after the first failure
 * @param longest never longer than this
 */
public record Backoff(Duration first, Duration longest) {
  private static final int DOUBLINGS_MAX = 30;

  /** Soon again, and on a laptop never long: what is down here is up again in seconds. */
  public static final Backoff LOCAL = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));

  /** How long to wait after this many failures in a row, at least one. */
  public Duration after(int failures) {
    Duration doubled = first.multipliedBy(1L << Math.min(Math.max(0, failures - 1), DOUBLINGS_MAX));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
