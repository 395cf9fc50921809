package com.globalbooking.domain;

import java.util.List;

/** Reads bookings by their id. */
public interface BookingReader {

  /**
   * Every copy of a booking that this Region has heard of: none, one, or twins of two Regions. Its
   * own is as of now.
   *
   * @throws StoreBusyException when the store does not answer in time
   */
  List<Booking> find(BookingId id);
}
