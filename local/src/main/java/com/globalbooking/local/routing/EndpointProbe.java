package com.globalbooking.local.routing;

/** Sends the requests of health checks. */
@FunctionalInterface
public interface EndpointProbe {
  /** Whether the endpoint answers in time with a status from 200 to 399. */
  boolean isWell(HealthCheck.Kind.Endpoint endpoint) throws InterruptedException;
}
