package com.globalbooking.domain.pms;

/** Where the circuits are kept for all instances. */
public interface CircuitBreakers {
  /** The circuit as it is, never as it was; {@link Circuit#NEW} when there is none. */
  Circuit read(PmsName pms);

  /**
   * Replaces the circuit, if it still is as {@code seen}.
   *
   * @return whether it was; of several at once exactly one hears yes
   */
  boolean replace(PmsName pms, Circuit seen, Circuit next);
}
