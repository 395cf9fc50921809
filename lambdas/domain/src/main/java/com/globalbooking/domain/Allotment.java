package com.globalbooking.domain;

/**
 * What one Region may sell of one room-night. Only the owner ever changes it (invariant {@code
 * SingleWriter}); other Regions see a replicated, possibly older copy.
 *
 * @param allotted units that the hotel gave this Region
 * @param available units of these neither sold nor held; negative when the hotel took away units
 *     that were sold, and so many are overbooked
 * @param rank of the room
 * @param version raised by one with each change
 */
public record Allotment(
    RoomNight night, Region owner, int allotted, int available, RoomRank rank, long version) {
  public Allotment {
    if (allotted < 0 || available > allotted) {
      throw new IllegalArgumentException(
          "%s of %s: available %d, allotted %d".formatted(night, owner, available, allotted));
    }
  }

  /** An allotment of a room of {@link RoomRank#STANDARD} rank. */
  public Allotment(RoomNight night, Region owner, int allotted, int available, long version) {
    this(night, owner, allotted, available, RoomRank.STANDARD, version);
  }

  /** Units sold or held. */
  public int taken() {
    return allotted - available;
  }

  /** Units sold beyond the allotment; 0 when all is well. */
  public int overbooked() {
    return Math.max(0, -available);
  }
}
