package com.globalbooking.local.pms;

/**
 * A message to the hotel: what a reservation is from now on.
 *
 * @param eventId by which a repeat is known
 */
record ReservationChange(String eventId, Reservation reservation) {
  ReservationChange {
    if (eventId.isBlank()) {
      throw new IllegalArgumentException("a change has an event id");
    }
  }
}
