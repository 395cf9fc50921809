package com.globalbooking.domain.health;

import com.globalbooking.domain.health.Heartbeats.Sighting;
import java.time.Duration;
import java.time.Instant;

/** What a sighting of another Region's heartbeat is worth, by this Region's clock. */
public sealed interface Hearing {
  /** Clocks of two Regions differ by less. */
  Duration CLOCK_ERROR_MAX = Duration.ofSeconds(5);

  /**
   * It is believed.
   *
   * @param age never negative: within the error of clocks, the future is now
   */
  record Heard(Instant at, Duration age) implements Hearing {}

  /** No heartbeat has ever arrived. */
  record NeverHeard() implements Hearing {}

  /** It is from further in the future than clocks can differ, and says nothing. */
  record FromTheFuture(Instant at) implements Hearing {}

  /** The item cannot be read. */
  record Malformed() implements Hearing {}

  /** The store did not read the item. */
  record Unread() implements Hearing {}

  /** Judges a sighting. */
  static Hearing of(Sighting sighting, Instant now) {
    return switch (sighting) {
      case Sighting.Seen(Instant at) -> of(at, now);
      case Sighting.Absent() -> new NeverHeard();
      case Sighting.Malformed() -> new Malformed();
      case Sighting.Unread() -> new Unread();
    };
  }

  private static Hearing of(Instant at, Instant now) {
    Duration age = Duration.between(at, now);
    if (age.plus(CLOCK_ERROR_MAX).isNegative()) {
      return new FromTheFuture(at);
    }
    return new Heard(at, age.isNegative() ? Duration.ZERO : age);
  }
}
