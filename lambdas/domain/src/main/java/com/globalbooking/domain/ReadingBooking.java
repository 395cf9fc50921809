package com.globalbooking.domain;

import static java.util.Comparator.comparing;

import java.util.Optional;

/** Reads a booking for the guest who made it; for anyone else it does not exist. */
public final class ReadingBooking {
  private final BookingStore bookings;

  public ReadingBooking(BookingStore bookings) {
    this.bookings = bookings;
  }

  /**
   * The guest's booking with this id. Of twins, which two Regions decided before they heard of each
   * other, the earlier one: it is the one that stays.
   *
   * @throws StoreBusyException when the store does not answer in time
   */
  public Optional<Booking> read(BookingId id, GuestId guest) {
    return bookings.find(id).stream()
        .filter(booking -> booking.guestId().equals(guest))
        .min(comparing(Booking::createdAt).thenComparing(b -> b.decidedBy().code()));
  }
}
