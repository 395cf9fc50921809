package com.globalbooking.domain;

import java.util.Optional;

/**
 * More units of a room-night are sold than the Region may sell.
 *
 * @param owner the Region whose allotment is short
 * @param shortUnits units sold beyond the allotment, at least 1
 * @param allotmentVersion of the allotment in which this was seen
 */
public record Overbooking(RoomNight night, Region owner, int shortUnits, long allotmentVersion)
    implements Conflict {
  public Overbooking {
    if (shortUnits < 1) {
      throw new IllegalArgumentException("must be short of a unit at least");
    }
  }

  /** What {@code allotment} is short of; empty when all is well. */
  public static Optional<Overbooking> of(Allotment allotment) {
    return allotment.overbooked() == 0
        ? Optional.empty()
        : Optional.of(
            new Overbooking(
                allotment.night(), allotment.owner(), allotment.overbooked(), allotment.version()));
  }

  @Override
  public String id() {
    return id("overbooking", Long.toString(allotmentVersion));
  }

  /** The id of the event that tells that it could not be resolved. */
  public String unresolvedId() {
    return id("unresolved", allotmentVersion + "~" + shortUnits);
  }

  /** Ids of property and room may be long: a hash keeps the whole short enough for any queue. */
  private String id(String what, String which) {
    String hash = Base32.of(Sha256.of(property().value(), night.room().id().value()));
    return String.join("~", what, owner.code(), night.date().toString(), hash, which);
  }

  @Override
  public PropertyId property() {
    return night.room().property();
  }
}
