package com.globalbooking.domain;

/**
 * What one Region may sell of one room-night. Only the owner ever changes it (invariant {@code
 * SingleWriter}); other Regions see a replicated, possibly older copy.
 *
 * @param allotted units that the hotel gave this Region
 * @param available units of these neither sold nor held; negative when the hotel took away units
 *     that were sold, and so many are overbooked; more than allotted only when the counter has
 *     drifted
 * @param rank of the room
 * @param version raised by one with each change
 */
public record Allotment(
    RoomNight night, Region owner, int allotted, int available, RoomRank rank, long version) {
  public Allotment {
    if (allotted < 0) {
      throw new IllegalArgumentException("%s of %s: allotted %d".formatted(night, owner, allotted));
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

  /** Units that can be sold; none while it is overbooked. */
  public int free() {
    return Math.max(0, available);
  }

  /** Units sold beyond the allotment; 0 when all is well. */
  public int overbooked() {
    return Math.max(0, -available);
  }

  /** The same after the hotel set it to {@code units}: what is taken stays taken. */
  public Allotment allotting(AllottedUnits units, RoomRank newRank) {
    return new Allotment(
        night, owner, units.count(), units.count() - taken(), newRank, version + 1);
  }

  /** The same after so many more units were taken, or given back when negative. */
  public Allotment taking(int units) {
    return new Allotment(night, owner, allotted, available - units, rank, version + 1);
  }
}
