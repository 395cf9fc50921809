package com.globalbooking.domain.reconciliation;

/** One of so many parts of the inventory, counted from zero. */
public record Segment(int number, int of) {
  public Segment {
    if (of < 1 || of > 1_000 || number < 0 || number >= of) {
      throw new IllegalArgumentException("must be one of 1 to 1000 segments");
    }
  }
}
