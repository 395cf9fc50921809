package com.globalbooking.local.bench;

import com.globalbooking.local.bench.Trail.Published;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Books one room-night after the other and looks where each arrives, and when. */
final class FollowRun {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(2);

  private final GuestClient guest;
  private final Trail trail;
  private final Clock clock;
  private final Map<FollowStep, Histogram> delays = new EnumMap<>(FollowStep.class);
  private final Map<String, String> events = new HashMap<>(); // of bookings
  private int free;

  /**
   * @param free units that the night has
   */
  FollowRun(GuestClient guest, Trail trail, int free, Clock clock) {
    this.guest = guest;
    this.trail = trail;
    this.free = free;
    this.clock = clock;
  }

  /** Follows bookings; only delays of those after the unmeasured ones count. */
  void follow(int unmeasured, int measured) throws IOException, InterruptedException {
    for (int i = 0; i < unmeasured + measured; i++) {
      if (i == unmeasured) {
        delays.clear();
      }
      followOne();
    }
  }

  /** Delays by where a booking arrived. */
  Map<FollowStep, Histogram> delays() {
    return delays;
  }

  /** Bookings that the hotel's system or the audit trail does not have exactly once now. */
  long notOnce() {
    return events.entrySet().stream()
        .filter(it -> trail.reservations(it.getKey()) != 1 || trail.auditRows(it.getValue()) != 1)
        .count();
  }

  private void followOne() throws IOException, InterruptedException {
    Instant asked = clock.instant();
    String booking = guest.book();
    free--;
    Instant answered = clock.instant();
    record(FollowStep.ANSWER, asked, answered);
    Optional<Published> event = Optional.empty();
    boolean cached = false;
    boolean pushed = false;
    boolean audited = false;
    while (!(cached && pushed && audited)) {
      if (clock.instant().isAfter(answered.plus(PATIENCE))) {
        throw new IOException(
            "Booking %s after %s: topic %s, cache %s, PMS %s, audit trail %s"
                .formatted(booking, PATIENCE, event.isPresent(), cached, pushed, audited));
      }
      if (event.isEmpty()) {
        event = trail.published(booking);
        event.ifPresent(it -> record(FollowStep.TOPIC, answered, it.at()));
      }
      if (event.isPresent() && !pushed) {
        Optional<Instant> at = trail.pushed(event.get().eventId());
        at.ifPresent(it -> record(FollowStep.PMS, answered, it));
        pushed = at.isPresent();
      }
      if (event.isPresent() && !audited && trail.auditRows(event.get().eventId()) > 0) {
        record(FollowStep.AUDIT, answered, clock.instant());
        audited = true;
      }
      if (!cached && guest.cached(free)) {
        record(FollowStep.CACHE, answered, clock.instant());
        cached = true;
      }
      Thread.sleep(LOOK_EVERY);
    }
    events.put(booking, event.orElseThrow().eventId());
  }

  /** What came before the answer itself counts as no delay. */
  private void record(FollowStep step, Instant from, Instant to) {
    long nanos = Math.max(0, Duration.between(from, to).toNanos());
    delays.computeIfAbsent(step, _ -> new Histogram(3)).recordValue(nanos);
  }
}
