package com.globalbooking.domain;

import java.util.List;

/** Reads who stays at a property. */
public interface StayReader {

  /**
   * The bookings of any status that this Region decided and that have a night in {@code range}, in
   * any order. A change of the last moments may not show yet.
   *
   * @throws StoreBusyException when the store does not answer in time
   */
  List<Booking> stays(PropertyId property, DateRange range);
}
