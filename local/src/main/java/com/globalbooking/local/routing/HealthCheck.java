package com.globalbooking.local.routing;

import java.time.Duration;

/**
 * How a Region's health is told.
 *
 * @param path asked with GET; 2xx and 3xx are good answers
 * @param interval between two checks of a Region
 * @param timeout of one check
 * @param failureThreshold bad checks in a row that make a Region unhealthy
 * @param successThreshold good checks in a row that make it healthy again
 */
public record HealthCheck(
    String path, Duration interval, Duration timeout, int failureThreshold, int successThreshold) {

  /** {@code GET /health} every second; three failures, one success. */
  public static final HealthCheck DEFAULT =
      new HealthCheck("/health", Duration.ofSeconds(1), Duration.ofSeconds(4), 3, 1);

  public HealthCheck {
    if (!interval.isPositive() || !timeout.isPositive()) {
      throw new IllegalArgumentException("interval and timeout of a health check must be positive");
    }
    if (failureThreshold < 1 || successThreshold < 1) {
      throw new IllegalArgumentException("thresholds of a health check must be 1 or more");
    }
  }
}
