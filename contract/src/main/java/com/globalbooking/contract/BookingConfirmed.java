package com.globalbooking.contract;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Event: a booking was confirmed. Carries no guest data; who may see the guest reads the booking.
 *
 * @param eventId unique id; consumers drop repeats by it
 * @param schemaVersion version of this record's shape, {@link #SCHEMA_VERSION}
 * @param occurredAt when the Region decided
 * @param checkOut the day after the last night
 * @param bookingVersion version of the booking that this event describes
 */
public record BookingConfirmed(
    String eventId,
    int schemaVersion,
    Instant occurredAt,
    String bookingId,
    String decidingRegion,
    String propertyId,
    String roomId,
    LocalDate checkIn,
    LocalDate checkOut,
    int units,
    long bookingVersion) {

  public static final int SCHEMA_VERSION = 1;
  public static final String TYPE = "BookingConfirmed";
}
