package com.globalbooking.domain;

import java.util.List;
import java.util.Optional;

/** Reads a booking for the guest who made it; for anyone else it does not exist. */
public final class ReadingBooking {
  private final BookingReader bookings;

  public ReadingBooking(BookingReader bookings) {
    this.bookings = bookings;
  }

  /**
   * The guest's booking with this id. Of twins, which two Regions decided before they heard of each
   * other, the one that stays.
   *
   * @throws StoreBusyException when the store does not answer in time
   */
  public Optional<Booking> read(BookingId id, GuestId guest) {
    List<Booking> copies =
        bookings.find(id).stream().filter(booking -> booking.guestId().equals(guest)).toList();
    return Twins.survivor(copies).or(() -> copies.stream().min(Twins.FIRST_DECIDED));
  }
}
