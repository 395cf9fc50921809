package com.globalbooking.local.pms;

import java.time.LocalDate;

/**
 * A booking as the hotel knows it.
 *
 * @param checkOut the day after the last night
 * @param bookingVersion the newest version that the hotel was told
 */
public record Reservation(
    String propertyId,
    String bookingId,
    String decidingRegion,
    String roomId,
    LocalDate checkIn,
    LocalDate checkOut,
    int units,
    Status status,
    long bookingVersion) {

  /** Whether the guest will come. */
  public enum Status {
    CONFIRMED,
    CANCELLED
  }

  public Reservation {
    if (propertyId.isBlank() || bookingId.isBlank() || decidingRegion.isBlank()) {
      throw new IllegalArgumentException("a reservation names its property, booking and Region");
    }
    if (roomId.isBlank() || units < 1 || bookingVersion < 1 || !checkIn.isBefore(checkOut)) {
      throw new IllegalArgumentException(
          "a reservation has a room, units, a version and at least one night");
    }
  }

  /** Whether it has a night in this range, both ends included. */
  boolean touches(LocalDate from, LocalDate to) {
    return !checkIn.isAfter(to) && checkOut.isAfter(from);
  }
}
