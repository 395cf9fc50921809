package com.globalbooking.domain;

/**
 * What one Region may sell of one room-night. Only the owner ever changes it (invariant {@code
 * SingleWriter}); other Regions see a replicated, possibly older copy.
 *
 * @param allotted units that the hotel gave this Region
 * @param available units of these neither sold nor held
 * @param version raised by one with each change
 */
public record Allotment(RoomNight night, Region owner, int allotted, int available, long version) {
  public Allotment {
    if (available < 0 || available > allotted) {
      throw new IllegalArgumentException(
          "%s of %s: available %d, allotted %d".formatted(night, owner, available, allotted));
    }
  }

  /** Units sold or held. */
  public int taken() {
    return allotted - available;
  }
}
