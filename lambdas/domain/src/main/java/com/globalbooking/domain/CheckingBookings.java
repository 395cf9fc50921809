package com.globalbooking.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at bookings that have just changed, here or in another Region: whether this Region's copy
 * has an earlier twin, and whether a night that this Region sold is overbooked.
 */
public final class CheckingBookings {
  private final Region own;
  private final BookingReader bookings;
  private final AllotmentReader allotments;

  public CheckingBookings(Region own, BookingReader bookings, AllotmentReader allotments) {
    this.own = own;
    this.bookings = bookings;
    this.allotments = allotments;
  }

  /** A booking after a change, as far as it matters here; it is live. */
  public record Changed(BookingId id, Region decidedBy, Room room, Stay stay) {
    private List<RoomNight> nights() {
      return stay.nights().stream().map(date -> new RoomNight(room, date)).toList();
    }
  }

  /**
   * The conflicts that each has a part in. One night is read once for all of them.
   *
   * @throws StoreBusyException when the store does not answer in time
   */
  public Map<Changed, List<Conflict>> check(List<Changed> changes) {
    Map<RoomNight, Overbooking> overbooked = overbooked(changes);
    Map<Changed, List<Conflict>> found = new LinkedHashMap<>();
    for (Changed change : changes) {
      var conflicts = new ArrayList<Conflict>();
      Twins.losing(bookings.find(change.id()), own).ifPresent(conflicts::add);
      if (change.decidedBy().equals(own)) {
        change.nights().stream()
            .map(night -> Optional.ofNullable(overbooked.get(night)))
            .flatMap(Optional::stream)
            .forEach(conflicts::add);
      }
      found.put(change, List.copyOf(conflicts));
    }
    return found;
  }

  private Map<RoomNight, Overbooking> overbooked(List<Changed> changes) {
    Set<RoomNight> nights = new HashSet<>();
    changes.stream()
        .filter(change -> change.decidedBy().equals(own))
        .forEach(change -> nights.addAll(change.nights()));
    Map<RoomNight, Overbooking> overbooked = new LinkedHashMap<>();
    if (!nights.isEmpty()) {
      allotments.read(nights, List.of(own)).stream()
          .map(Overbooking::of)
          .flatMap(Optional::stream)
          .forEach(overbooking -> overbooked.put(overbooking.night(), overbooking));
    }
    return overbooked;
  }
}
