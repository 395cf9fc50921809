package com.globalbooking.domain;

import static com.globalbooking.domain.contract.Sample.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.fake.InMemoryRegion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What holds of a Region at every point of a history.
 *
 * @param allotted what the hotel said last
 */
record RepairInvariants(long seed, InMemoryRegion region, Map<RoomNight, Integer> allotted) {

  Allotment allotment(RoomNight night) {
    return region.read(List.of(night), List.of(HERE)).getFirst();
  }

  /** What is allotted is what the hotel said, and what is taken is what live bookings hold. */
  void unitsConserved() {
    allotted.forEach(
        (night, units) -> {
          int held = holding(night).stream().mapToInt(b -> b.units().count()).sum();
          assertThat(allotment(night).allotted()).as(named("UnitsConserved")).isEqualTo(units);
          assertThat(allotment(night).taken()).as(named("UnitsConserved")).isEqualTo(held);
        });
  }

  /** What each night is short of. */
  Map<RoomNight, Integer> shortUnits() {
    Map<RoomNight, Integer> units = new HashMap<>();
    allotted.keySet().forEach(night -> units.put(night, allotment(night).overbooked()));
    return units;
  }

  /** Apart from what hotels took away themselves, nobody sells what is not there. */
  void neverOversold(Map<RoomNight, Integer> shortBefore) {
    shortUnits()
        .forEach(
            (night, units) ->
                assertThat(units)
                    .as(named("NeverOversold"))
                    .isLessThanOrEqualTo(Objects.requireNonNull(shortBefore.get(night))));
  }

  void nothingShortWhereARoomIsFree() {
    for (RoomNight night : allotted.keySet()) {
      if (allotment(night).overbooked() > 0) {
        assertThat(holding(night).stream().filter(b -> hasRoomElsewhere(b, night)))
            .as(named("a shortage remains though a room is free"))
            .isEmpty();
      }
    }
  }

  private List<Booking> holding(RoomNight night) {
    return region.bookings().stream()
        .filter(booking -> booking.decidedBy().equals(HERE) && booking.holds(night))
        .toList();
  }

  private boolean hasRoomElsewhere(Booking booking, RoomNight night) {
    return !booking.isProtected()
        && booking.status() != BookingStatus.CHECKED_IN
        && allotted.keySet().stream()
            .map(RoomNight::room)
            .filter(room -> !room.equals(night.room()))
            .anyMatch(room -> takes(room, booking));
  }

  private boolean takes(Room other, Booking booking) {
    int rank =
        booking.nights().stream().mapToInt(n -> allotment(n).rank().value()).max().orElseThrow();
    return booking.nights().stream()
        .map(from -> allotment(new RoomNight(other, from.date())))
        .allMatch(
            there -> there.available() >= booking.units().count() && there.rank().value() >= rank);
  }

  private String named(String invariant) {
    return invariant + ", seed " + seed;
  }
}
