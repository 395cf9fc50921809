package com.globalbooking.domain.health;

import java.time.Instant;

/** Runs probes against the tables of this Region. Safe for use by several threads at once. */
@FunctionalInterface
public interface Probes {

  /**
   * Runs one probe. Returns when the table has answered; whether a read finds an item does not
   * matter. Throws an unchecked exception when the table refuses or does not answer.
   *
   * @param at what {@link Probe#CONTROL} writes
   */
  void run(Probe probe, Instant at);
}
