package com.globalbooking.local.http;

/**
 * Limits of a token bucket.
 *
 * @param ratePerSecond tokens that come back in one second
 * @param burst tokens in a full bucket
 */
public record Throttling(double ratePerSecond, int burst) {
  public Throttling {
    if (!(ratePerSecond >= 0) || burst < 0) {
      throw new IllegalArgumentException(
          "throttling needs a rate and a burst of 0 or more, not %s and %d"
              .formatted(ratePerSecond, burst));
    }
  }
}
