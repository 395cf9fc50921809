package com.globalbooking.domain.pms;

import java.time.Instant;

/**
 * What all instances know together about whether a PMS may be called.
 *
 * @param version raised by one with each change; 0 when nothing was ever written
 */
public record Circuit(long version, State state) {
  /** The circuit of a PMS of which nothing is known. */
  public static final Circuit NEW = new Circuit(0, new State.Closed(0));

  /** Closed, open or half-open. */
  public sealed interface State {
    /**
     * Calls pass.
     *
     * @param failures in a row
     */
    record Closed(int failures) implements State {}

    /** No call passes before {@code until}. */
    record Open(Instant until) implements State {}

    /**
     * One call, the probe, is under way.
     *
     * @param probeUntil when whoever made it is taken for dead and another may be made
     */
    record HalfOpen(Instant probeUntil) implements State {}
  }

  /** The circuit after a change. */
  public Circuit to(State next) {
    return new Circuit(version + 1, next);
  }
}
