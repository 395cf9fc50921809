package com.globalbooking.contract;

/**
 * What {@code reconciliation-checker} and the state machine say to each other. Every field is
 * always there, so that a path in the definition never misses.
 *
 * <p>Request: {@code {"segment": 0, "segments": 4, "suspects": []}}. With {@code suspects} empty
 * the checker goes on with its pass over the segment; otherwise it looks at these again.
 *
 * <p>Answer: {@code {"segment": 0, "segments": 4, "driftDetected": false, "suspects": [],
 * "conflicts": [], "coverage": {"roomNights": 0, "bookings": 0, "segmentFinished": true,
 * "unavailable": []}, "healed": 0, "durationMs": 0}}. {@code unavailable} names what did not answer
 * ({@code cache}, {@code audit}, {@code pms}, {@code replica:<Region>}): it was not covered. A first look only has suspects; {@code driftDetected} and {@code conflicts}
 * come from the second. A conflict is an {@link DomainEvent.OverbookingDetected} as JSON, which the
 * resolver takes as it is.
 */
public final class Reconciliation {
  public static final String SEGMENT = "segment";
  public static final String SEGMENTS = "segments";
  public static final String SUSPECTS = "suspects";
  public static final String DRIFT_DETECTED = "driftDetected";
  public static final String CONFLICTS = "conflicts";
  public static final String COVERAGE = "coverage";
  public static final String ROOM_NIGHTS = "roomNights";
  public static final String BOOKINGS = "bookings";
  public static final String SEGMENT_FINISHED = "segmentFinished";
  public static final String UNAVAILABLE = "unavailable";
  public static final String HEALED = "healed";
  public static final String DURATION_MS = "durationMs";

  private Reconciliation() {}
}
