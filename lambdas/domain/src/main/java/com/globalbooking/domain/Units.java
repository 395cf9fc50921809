package com.globalbooking.domain;

/** How many units of a room one booking takes: 1 to {@value #MAX}. */
public record Units(int count) {
  public static final int MAX = 99;

  public Units {
    if (count < 1 || count > MAX) {
      throw new IllegalArgumentException("must be 1 to " + MAX);
    }
  }
}
