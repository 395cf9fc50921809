package com.globalbooking.local.pms;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a PMS has seen so far.
 *
 * @param calls everything that came but statements, whatever was answered
 * @param refusedSignatures calls whose signature was missing, wrong or too old
 * @param statements statements that were asked for
 * @param reservations bookings it knows, cancelled ones too
 * @param events by event id, those that it was called about
 */
public record PmsReport(
    String name,
    String integration,
    String url,
    PmsMode mode,
    long calls,
    long refusedSignatures,
    long statements,
    int reservations,
    Map<String, Event> events) {
  public PmsReport {
    events = Map.copyOf(events);
  }

  /**
   * The calls about one event.
   *
   * @param firstAttempt when the first call came, whatever was answered
   * @param received calls that came, whatever was answered
   * @param takenAt when it was taken; empty as long as it is not
   */
  public record Event(Instant firstAttempt, int received, Optional<Instant> takenAt) {}

  /**
   * The calls about an event.
   *
   * @throws IllegalArgumentException when none came
   */
  public Event event(String eventId) {
    Event event = events.get(eventId);
    if (event == null) {
      throw new IllegalArgumentException(name + " was never called about " + eventId);
    }
    return event;
  }

  /** Events that it has taken. */
  public long taken() {
    return events.values().stream().filter(event -> event.takenAt().isPresent()).count();
  }

  /** Calls beyond the first about the same event. */
  public long repeats() {
    return events.values().stream().mapToLong(event -> event.received() - 1L).sum();
  }
}
