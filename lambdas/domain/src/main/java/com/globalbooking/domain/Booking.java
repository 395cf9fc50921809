package com.globalbooking.domain;

import static com.globalbooking.domain.BookingStatus.CANCELLED;
import static com.globalbooking.domain.BookingStatus.REASSIGNED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A decided booking. Inserted once and changed only by the Region that decided it.
 *
 * @param createdAt to the millisecond
 * @param version 1 at first, raised by one with each change
 * @param isProtected whether it must never be moved to another room
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
    long version,
    boolean isProtected) {

  /** A booking that may be moved. */
  public Booking(
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
      long version) {
    this(
        id,
        decidedBy,
        room,
        stay,
        units,
        guestId,
        guest,
        status,
        requestHash,
        createdAt,
        version,
        false);
  }

  /** Whether it holds units. */
  public boolean live() {
    return status.live();
  }

  /** Whether it holds units of the night. */
  public boolean holds(RoomNight night) {
    return live() && room.equals(night.room()) && covers(night.date());
  }

  /** Whether the night that begins on {@code date} is one of its stay. */
  public boolean covers(LocalDate date) {
    return !date.isBefore(stay.checkIn()) && date.isBefore(stay.checkOut());
  }

  /** The nights of its room that it is about, in order. */
  public List<RoomNight> nights() {
    return stay.nights().stream().map(date -> new RoomNight(room, date)).toList();
  }

  /** The same booking, its whole stay moved to another room of the property. */
  public Booking movedTo(RoomId other) {
    return changed(new Room(room.property(), other), REASSIGNED);
  }

  /** The same booking, cancelled. */
  public Booking cancelled() {
    return changed(room, CANCELLED);
  }

  private Booking changed(Room newRoom, BookingStatus newStatus) {
    return new Booking(
        id,
        decidedBy,
        newRoom,
        stay,
        units,
        guestId,
        guest,
        newStatus,
        requestHash,
        createdAt,
        version + 1,
        isProtected);
  }
}
