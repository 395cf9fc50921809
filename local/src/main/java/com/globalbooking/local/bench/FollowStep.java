package com.globalbooking.local.bench;

import java.time.Duration;
import java.util.Optional;

/** Where a booking arrives, and within which time: the service levels of the architecture. */
enum FollowStep {
  /** Of the request itself, at P95. */
  ANSWER("answered", Optional.of(Duration.ofMillis(400))),
  TOPIC("event on the topic", Optional.empty()),
  /** At P95, read by a search at the API. */
  CACHE("cache shows it to a search", Optional.of(Duration.ofSeconds(1))),
  PMS("first call to the hotel's system", Optional.of(Duration.ofSeconds(60))),
  /** The reconciliation waits so long before it misses a row. */
  AUDIT("row in the audit trail", Optional.of(Duration.ofSeconds(60)));

  private final String words;
  private final Optional<Duration> serviceLevel;

  FollowStep(String words, Optional<Duration> serviceLevel) {
    this.words = words;
    this.serviceLevel = serviceLevel;
  }

  String words() {
    return words;
  }

  Optional<Duration> serviceLevel() {
    return serviceLevel;
  }
}
