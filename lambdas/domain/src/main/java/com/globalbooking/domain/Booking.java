package com.globalbooking.domain;

import java.time.Instant;

/**
 * A decided booking. Inserted once and changed only by the Region that decided it.
 *
 * @param createdAt to the millisecond
 * @param version 1 at first, raised by one with each change
 */
public record Booking(
    BookingId id,
    Region decidedBy,
    Room room,
    Stay stay,
    Units units,
    GuestId guestId,
    Guest guest,
    BookingStatus status,
    RequestHash requestHash,
    Instant createdAt,
    long version) {}
