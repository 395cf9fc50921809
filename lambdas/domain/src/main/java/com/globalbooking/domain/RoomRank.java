package com.globalbooking.domain;

/**
 * Where a room stands among those of its property, {@value #LOWEST} to {@value #HIGHEST}: a guest
 * may be moved to a room of the same or a higher rank.
 */
public record RoomRank(int value) {
  public static final int LOWEST = 1;
  public static final int HIGHEST = 100;

  /** The rank of a room for which the hotel names none. */
  public static final RoomRank STANDARD = new RoomRank(50);

  public RoomRank {
    if (value < LOWEST || value > HIGHEST) {
      throw new IllegalArgumentException("must be " + LOWEST + " to " + HIGHEST);
    }
  }

  /** Whether a guest of a room of {@code other} rank loses nothing here. */
  public boolean isAtLeast(RoomRank other) {
    return value >= other.value;
  }
}
