package com.globalbooking.contract;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that happened, as the outbox, the topic {@code inventory-updates}, the queues and the
 * audit trail carry it. No event carries guest data: who may see the guest reads the booking.
 *
 * <p>As JSON an event is an object whose fields are those of the record, by name, and {@code
 * eventType}, the simple name of the record. Fields are only ever added; consumers ignore those
 * they do not know, and drop repeats by {@link #eventId}.
 */
public sealed interface DomainEvent {
  /** Version of the shape of every event, the field {@code schemaVersion}. */
  int SCHEMA_VERSION = 1;

  /** Unique id of the event: the same fact, told twice, has the same id. */
  String eventId();

  /** When the Region decided it. */
  Instant occurredAt();

  /** The property that it is about; consumers keep the order of one property's events. */
  String propertyId();

  /** The type's name on the wire, for example {@code BookingConfirmed}. */
  default String eventType() {
    return getClass().getSimpleName();
  }

  /** Something that happened to a booking. */
  sealed interface OfBooking extends DomainEvent {
    /** The booking's id. */
    String bookingId();

    /** The Region that decided the booking. */
    String decidingRegion();

    /** Version of the booking that this event describes. */
    long bookingVersion();
  }

  /**
   * A booking was confirmed.
   *
   * @param checkOut the day after the last night
   */
  record BookingConfirmed(
      String eventId,
      Instant occurredAt,
      String bookingId,
      String decidingRegion,
      String propertyId,
      String roomId,
      LocalDate checkIn,
      LocalDate checkOut,
      int units,
      long bookingVersion)
      implements OfBooking {}

  /**
   * A booking was moved to another room of the property, for its whole stay.
   *
   * @param roomId where it now is
   * @param previousRoomId where it was
   * @param checkOut the day after the last night
   */
  record BookingReassigned(
      String eventId,
      Instant occurredAt,
      String bookingId,
      String decidingRegion,
      String propertyId,
      String roomId,
      String previousRoomId,
      LocalDate checkIn,
      LocalDate checkOut,
      int units,
      long bookingVersion)
      implements OfBooking {}

  /**
   * A booking was cancelled and its units given back.
   *
   * @param checkOut the day after the last night
   * @param reason why: {@code TWIN} when another Region had confirmed the same request earlier
   */
  record BookingCancelled(
      String eventId,
      Instant occurredAt,
      String bookingId,
      String decidingRegion,
      String propertyId,
      String roomId,
      LocalDate checkIn,
      LocalDate checkOut,
      int units,
      String reason,
      long bookingVersion)
      implements OfBooking {}

  /**
   * More units of a room-night are sold than the Region may sell, because the hotel took units away
   * or the counter had drifted.
   *
   * @param stayDate the night
   * @param ownerRegion the Region whose allotment is short
   * @param shortUnits units sold beyond the allotment, at least 1
   * @param allotmentVersion version of the allotment in which this was seen
   */
  record OverbookingDetected(
      String eventId,
      Instant occurredAt,
      String propertyId,
      String roomId,
      LocalDate stayDate,
      String ownerRegion,
      int shortUnits,
      long allotmentVersion)
      implements DomainEvent {}

  /**
   * Two Regions confirmed the same request; one of the two must be cancelled.
   *
   * @param decidingRegion the Region whose copy is to be cancelled: the one that decided later
   * @param survivingRegion the Region whose copy stays
   */
  record TwinDetected(
      String eventId,
      Instant occurredAt,
      String propertyId,
      String bookingId,
      String decidingRegion,
      String survivingRegion,
      long bookingVersion)
      implements OfBooking {}

  /**
   * An overbooking for which no equivalent room is free: people must act.
   *
   * @param stayDate the night
   * @param shortUnits units that remain sold beyond the allotment
   */
  record OverbookingUnresolved(
      String eventId,
      Instant occurredAt,
      String propertyId,
      String roomId,
      LocalDate stayDate,
      String ownerRegion,
      int shortUnits)
      implements DomainEvent {}
}
