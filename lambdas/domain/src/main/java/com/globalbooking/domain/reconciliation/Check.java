package com.globalbooking.domain.reconciliation;

import java.util.List;

/** Compares the tables with one other thing. */
interface Check {
  /** What the check is about, as the coverage names it when it does not answer. */
  String name();

  /**
   * What differs; it may be lag.
   *
   * @throws RuntimeException of the port, when what is compared with does not answer
   */
  List<Drift> suspects(Slice slice);
}
