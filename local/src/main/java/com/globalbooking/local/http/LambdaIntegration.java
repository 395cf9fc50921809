package com.globalbooking.local.http;

import java.time.Duration;

/**
 * A function behind a route, called with payload format 2.0.
 *
 * @param timeout how long the front waits for the function, up to 30 s as in AWS
 */
public record LambdaIntegration(String functionName, Duration timeout) {
  /** The longest that an HTTP API waits. */
  public static final Duration LONGEST = Duration.ofSeconds(30);

  public LambdaIntegration {
    if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("integration timeout must be up to 30 s, not " + timeout);
    }
  }
}
