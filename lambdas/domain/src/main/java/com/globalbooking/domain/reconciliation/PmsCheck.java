package com.globalbooking.domain.reconciliation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.BookingReader;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PmsStatements;
import com.globalbooking.domain.PmsStatements.Reservation;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Stay;
import com.globalbooking.domain.reconciliation.Drift.OfPms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hotel's own statement against the live bookings of this Region, in both directions. */
final class PmsCheck implements Check {
  private final Region own;
  private final PmsStatements statements;
  private final BookingReader bookings;

  PmsCheck(Region own, PmsStatements statements, BookingReader bookings) {
    this.own = own;
    this.statements = statements;
    this.bookings = bookings;
  }

  @Override
  public String name() {
    return "pms";
  }

  @Override
  public List<Drift> suspects(Slice slice) {
    Optional<Map<BookingId, Reservation>> stated = live(slice.property(), slice.range());
    if (stated.isEmpty()) {
      return List.of();
    }
    Map<BookingId, Reservation> there = stated.get();
    Map<BookingId, Booking> here =
        slice.bookings().stream()
            .filter(Booking::live)
            .collect(toMap(Booking::id, identity(), (a, _) -> a));
    var suspects = new ArrayList<Drift>();
    here.values().stream()
        .filter(booking -> !agrees(booking, Optional.ofNullable(there.get(booking.id()))))
        .map(b -> new OfPms(slice.property(), b.id(), b.stay(), b.version()))
        .forEach(suspects::add);
    there.values().stream()
        .filter(reservation -> !here.containsKey(reservation.bookingId()))
        .map(r -> new OfPms(slice.property(), r.bookingId(), r.stay(), 0))
        .forEach(suspects::add);
    return suspects;
  }

  /** Whether they still differ; a booking that changed meanwhile is looked at in the next pass. */
  boolean stillDiffers(OfPms suspect) {
    Optional<Booking> booking =
        bookings.find(suspect.booking()).stream()
            .filter(copy -> copy.decidedBy().equals(own) && copy.live())
            .findFirst();
    long version = booking.map(Booking::version).orElse(0L);
    if (version != suspect.version()) {
      return false;
    }
    Stay stay = suspect.stay();
    var range = new DateRange(stay.checkIn(), stay.checkOut().minusDays(1));
    Optional<Map<BookingId, Reservation>> stated = live(suspect.property(), range);
    if (stated.isEmpty()) {
      return false;
    }
    Optional<Reservation> reservation = Optional.ofNullable(stated.get().get(suspect.booking()));
    return booking.map(b -> !agrees(b, reservation)).orElse(reservation.isPresent());
  }

  private Optional<Map<BookingId, Reservation>> live(PropertyId property, DateRange range) {
    return statements
        .reservations(property, range)
        .map(
            all ->
                all.stream()
                    .filter(reservation -> reservation.live())
                    .filter(reservation -> reservation.decidedBy().equals(own))
                    .collect(toMap(Reservation::bookingId, identity(), (a, _) -> a)));
  }

  private static boolean agrees(Booking booking, Optional<Reservation> reservation) {
    return reservation
        .filter(
            there ->
                there.room().equals(booking.room().id())
                    && there.stay().equals(booking.stay())
                    && there.units().equals(booking.units()))
        .isPresent();
  }
}
