package com.globalbooking.cache;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AvailabilityCache.Removal;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.RoomRank;
import java.util.Optional;

/**
 * What one Region has of a room-night, as a text: {@code version:allotted:available:rank}, or
 * {@code version:-} after it was removed, so that a late change does not bring it back.
 */
final class EntryValue {
  private static final String REMOVED = "-";

  static String of(Allotment allotment) {
    return allotment.version()
        + ":"
        + allotment.allotted()
        + ":"
        + allotment.available()
        + ":"
        + allotment.rank().value();
  }

  static String of(Removal removal) {
    return removal.version() + ":" + REMOVED;
  }

  /**
   * The allotment; empty when it was removed.
   *
   * @throws IllegalArgumentException when the text is no such value
   */
  static Optional<Allotment> read(RoomNight night, String region, String value) {
    String[] parts = value.split(":", -1);
    if (parts.length == 2 && parts[1].equals(REMOVED)) {
      return Optional.empty();
    }
    if (parts.length != 4) {
      throw new IllegalArgumentException("not a value of a cache entry");
    }
    return Optional.of(
        new Allotment(
            night,
            new Region(region),
            Integer.parseInt(parts[1]),
            Integer.parseInt(parts[2]),
            new RoomRank(Integer.parseInt(parts[3])),
            Long.parseLong(parts[0])));
  }

  private EntryValue() {}
}
