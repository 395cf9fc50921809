package com.globalbooking.local.pms;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who rang, how often, and when first. Thread-safe. */
final class CallJournal {
  private final Map<String, EventCalls> byEvent = new LinkedHashMap<>();
  private long calls;
  private long unsigned;
  private long statements;

  /**
   * The calls about one event.
   *
   * @param firstAttempt when the first call came, whatever was answered
   * @param received calls that came, whatever was answered
   * @param takenAt when it was taken; empty as long as it is not
   */
  record EventCalls(Instant firstAttempt, int received, Optional<Instant> takenAt) {}

  synchronized void call(Optional<String> eventId, Instant now) {
    calls++;
    eventId.ifPresent(
        id ->
            byEvent.merge(
                id,
                new EventCalls(now, 1, Optional.empty()),
                (known, _) ->
                    new EventCalls(known.firstAttempt, known.received + 1, known.takenAt)));
  }

  synchronized void taken(String eventId, Instant now) {
    byEvent.merge(
        eventId,
        new EventCalls(now, 1, Optional.of(now)),
        (known, _) -> new EventCalls(known.firstAttempt, known.received, Optional.of(now)));
  }

  synchronized void unsigned() {
    unsigned++;
  }

  synchronized void statement() {
    statements++;
  }

  synchronized Map<String, EventCalls> byEvent() {
    return new LinkedHashMap<>(byEvent);
  }

  synchronized long calls() {
    return calls;
  }

  synchronized long refusedSignatures() {
    return unsigned;
  }

  synchronized long statements() {
    return statements;
  }
}
