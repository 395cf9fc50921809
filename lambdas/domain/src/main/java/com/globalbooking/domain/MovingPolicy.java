package com.globalbooking.domain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who is moved, and where to.
 *
 * <p>May be moved: a live booking of this Region that holds the night, is not protected, whose
 * guest has not checked in, and whose day of check-in is not over.
 *
 * <p>In this order: the booking made last goes first, because who booked first keeps the room. Of
 * bookings made in the same millisecond those go first that alone end the shortage, the one of
 * fewest units before the others; then those that do not, the one of most units first; then by id.
 *
 * <p>Where to: a room of the same property and of the same or a higher rank that has the units free
 * for every night of the stay. Of these the one of lowest rank, then the one with most units free
 * in its scarcest night, then by id.
 */
final class MovingPolicy {

  static boolean mayMove(Booking booking, RoomNight from, Region own, LocalDate today) {
    return booking.holds(from)
        && booking.decidedBy().equals(own)
        && booking.status() != BookingStatus.CHECKED_IN
        && !booking.isProtected()
        && !booking.stay().checkIn().isBefore(today);
  }

  static Comparator<Booking> order(int shortUnits) {
    return comparing(Booking::createdAt)
        .reversed()
        .thenComparingInt(booking -> turn(booking.units().count(), shortUnits))
        .thenComparing(booking -> booking.id().value());
  }

  private static int turn(int units, int shortUnits) {
    return units >= shortUnits ? units : 2 * Units.MAX - units;
  }

  /** One room, night by night of a stay. */
  record Option(RoomId room, List<Allotment> nights) {
    Option {
      nights = List.copyOf(nights);
    }

    private int lowestRank() {
      return nights.stream().mapToInt(night -> night.rank().value()).min().orElseThrow();
    }

    private int scarcest() {
      return nights.stream().mapToInt(Allotment::free).min().orElseThrow();
    }
  }

  /**
   * The room that takes the booking.
   *
   * @param now the nights of the room it has
   * @param others of the property, each with all nights of the stay
   */
  static Optional<Option> destination(Booking booking, List<Allotment> now, List<Option> others) {
    int rank = now.stream().mapToInt(night -> night.rank().value()).max().orElseThrow();
    return others.stream()
        .filter(option -> option.lowestRank() >= rank)
        .filter(option -> option.scarcest() >= booking.units().count())
        .min(
            comparingInt(Option::lowestRank)
                .thenComparing(comparingInt(Option::scarcest).reversed())
                .thenComparing(option -> option.room().value()));
  }

  private MovingPolicy() {}
}
