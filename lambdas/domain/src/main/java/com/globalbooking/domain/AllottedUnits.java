package com.globalbooking.domain;

/** How many units a hotel gives a Region to sell for one room-night: 0 to {@value #MAX}. */
public record AllottedUnits(int count) {
  public static final int MAX = 10_000;

  public AllottedUnits {
    if (count < 0 || count > MAX) {
      throw new IllegalArgumentException("must be 0 to " + MAX);
    }
  }
}
