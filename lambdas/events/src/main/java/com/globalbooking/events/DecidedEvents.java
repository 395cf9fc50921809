package com.globalbooking.events;

import com.globalbooking.contract.DomainEvent;
import com.globalbooking.contract.DomainEvent.BookingCancelled;
import com.globalbooking.contract.DomainEvent.BookingConfirmed;
import com.globalbooking.contract.DomainEvent.BookingReassigned;
import com.globalbooking.contract.DomainEvent.OverbookingDetected;
import com.globalbooking.contract.DomainEvent.OverbookingUnresolved;
import com.globalbooking.contract.DomainEvent.TwinDetected;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.Conflict;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.Twins;
import java.time.Instant;

/** What the domain decided or found, as events of the contract, and conflicts back from them. */
public final class DecidedEvents {

  /** The id of the event that tells of this version of a booking. */
  public static String id(Booking booking) {
    return id(booking, booking.version());
  }

  /** The id of the event that tells of a version of a booking. */
  public static String id(Booking booking, long version) {
    // Twins, decided by two Regions under one id, are two events.
    return booking.id() + "~" + booking.decidedBy() + "~" + version;
  }

  /** A booking was confirmed. */
  public static BookingConfirmed confirmed(Booking booking) {
    return new BookingConfirmed(
        id(booking),
        booking.createdAt(),
        booking.id().value(),
        booking.decidedBy().code(),
        booking.room().property().value(),
        booking.room().id().value(),
        booking.stay().checkIn(),
        booking.stay().checkOut(),
        booking.units().count(),
        booking.version());
  }

  /** A booking was moved; {@code booking} is as it now is. */
  public static BookingReassigned reassigned(Booking booking, RoomId previous, Instant at) {
    return new BookingReassigned(
        id(booking),
        at,
        booking.id().value(),
        booking.decidedBy().code(),
        booking.room().property().value(),
        booking.room().id().value(),
        previous.value(),
        booking.stay().checkIn(),
        booking.stay().checkOut(),
        booking.units().count(),
        booking.version());
  }

  /** A booking was cancelled because of its twin; {@code booking} is as it now is. */
  public static BookingCancelled twinCancelled(Booking booking, Instant at) {
    return new BookingCancelled(
        id(booking),
        at,
        booking.id().value(),
        booking.decidedBy().code(),
        booking.room().property().value(),
        booking.room().id().value(),
        booking.stay().checkIn(),
        booking.stay().checkOut(),
        booking.units().count(),
        "TWIN",
        booking.version());
  }

  /** A conflict was found. */
  public static DomainEvent detected(Conflict conflict, Instant at) {
    return switch (conflict) {
      case Overbooking overbooking -> overbooked(overbooking, at);
      case Twins twins ->
          new TwinDetected(
              twins.id(),
              at,
              twins.property().value(),
              twins.booking().value(),
              twins.decidingRegion().code(),
              twins.survivingRegion().code(),
              twins.bookingVersion());
    };
  }

  /** An overbooking was found. */
  public static OverbookingDetected overbooked(Overbooking overbooking, Instant at) {
    return new OverbookingDetected(
        overbooking.id(),
        at,
        overbooking.property().value(),
        overbooking.night().room().id().value(),
        overbooking.night().date(),
        overbooking.owner().code(),
        overbooking.shortUnits(),
        overbooking.allotmentVersion());
  }

  /** No equivalent room is free. */
  public static OverbookingUnresolved unresolved(Overbooking overbooking, Instant at) {
    return new OverbookingUnresolved(
        overbooking.unresolvedId(),
        at,
        overbooking.property().value(),
        overbooking.night().room().id().value(),
        overbooking.night().date(),
        overbooking.owner().code(),
        overbooking.shortUnits());
  }

  /**
   * The conflict that an event tells of.
   *
   * @throws UnreadableEventException when it tells of something else, or in words that are none
   */
  public static Conflict conflict(DomainEvent event) throws UnreadableEventException {
    try {
      return switch (event) {
        case OverbookingDetected found ->
            new Overbooking(
                new RoomNight(
                    new Room(new PropertyId(found.propertyId()), new RoomId(found.roomId())),
                    found.stayDate()),
                new Region(found.ownerRegion()),
                found.shortUnits(),
                found.allotmentVersion());
        case TwinDetected found ->
            new Twins(
                new PropertyId(found.propertyId()),
                new BookingId(found.bookingId()),
                new Region(found.decidingRegion()),
                new Region(found.survivingRegion()),
                found.bookingVersion());
        case BookingConfirmed _, BookingReassigned _, BookingCancelled _, OverbookingUnresolved _ ->
            throw new UnreadableEventException("is not about a conflict");
      };
    } catch (IllegalArgumentException e) {
      throw new UnreadableEventException("names what cannot be: " + e.getMessage());
    }
  }

  private DecidedEvents() {}
}
