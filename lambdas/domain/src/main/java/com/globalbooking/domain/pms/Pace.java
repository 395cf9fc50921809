package com.globalbooking.domain.pms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Spreads the calls of this instance to each PMS. What is promised: with at most so many instances
 * as the queue may start, all of them together never make more than their rates' sum in any second,
 * plus one burst each. Not promised: that an instance uses what another leaves.
 */
public final class Pace {
  private final Duration interval;
  private final Duration tolerance;
  private final Clock clock;
  private final Map<PmsName, Instant> due = new HashMap<>();

  /**
   * @param perSecond calls of this instance to one PMS
   * @param burst so many may follow each other at once after a quiet time
   */
  public Pace(int perSecond, int burst, Clock clock) {
    this.interval = Duration.ofSeconds(1).dividedBy(perSecond);
    this.tolerance = interval.multipliedBy(burst - 1L);
    this.clock = clock;
  }

  /**
   * Takes the next turn to call {@code pms}.
   *
   * @return how long to wait for it; empty, and no turn taken, when longer than {@code longest}
   */
  public synchronized Optional<Duration> turn(PmsName pms, Duration longest) {
    Instant now = clock.instant();
    Instant next = due.getOrDefault(pms, now);
    Instant from = next.isBefore(now) ? now : next;
    Duration wait = Duration.between(now, from.minus(tolerance));
    if (wait.compareTo(longest) > 0) {
      return Optional.empty();
    }
    due.put(pms, from.plus(interval));
    return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
  }
}
