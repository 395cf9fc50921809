package com.globalbooking.domain;

import java.util.List;
import java.util.Optional;

/** What a property's own system, its PMS, says is reserved. */
public interface PmsStatements {

  /**
   * The reservations that this platform made and that have a night in {@code range}; empty when the
   * property has no PMS.
   *
   * @throws PmsUnavailableException when the PMS does not answer in time, or not what it should
   */
  Optional<List<Reservation>> reservations(PropertyId property, DateRange range);

  /**
   * A booking as the PMS has it.
   *
   * @param live false once it is cancelled
   * @param version of the booking that the PMS heard of last
   */
  record Reservation(
      BookingId bookingId,
      Region decidedBy,
      RoomId room,
      Stay stay,
      Units units,
      boolean live,
      long version) {}
}
