package com.globalbooking.domain.contract;

import com.globalbooking.contract.DomainEvent.BookingConfirmed;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.BookingStatus;
import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.Guest;
import com.globalbooking.domain.GuestId;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RequestHash;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.RoomRank;
import com.globalbooking.domain.Stay;
import com.globalbooking.domain.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Values that tests speak about. */
public final class Sample {
  public static final Region HERE = new Region("us-west-2");
  public static final Region THERE = new Region("eu-west-1");
  public static final DeployedRegions REGIONS = new DeployedRegions(HERE, List.of(HERE, THERE));
  public static final Room ROOM = new Room(new PropertyId("lisbon-01"), new RoomId("double"));
  public static final RoomId SUITE = new RoomId("suite");
  public static final LocalDate FIRST = LocalDate.of(2026, 12, 24);
  public static final Stay ONE_NIGHT = Stay.oneNight(FIRST);
  public static final Stay THREE_NIGHTS = new Stay(FIRST, FIRST.plusDays(3));
  public static final GuestId ALICE = new GuestId("alice");
  public static final Guest GUEST = new Guest("Alice Example", "alice@example.com");
  public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  public static Booking booking(String id, Stay stay, int units) {
    return booking(id, HERE, stay, units);
  }

  public static Booking booking(String id, Region decidedBy, Stay stay, int units) {
    return new Booking(
        new BookingId(id),
        decidedBy,
        ROOM,
        stay,
        new Units(units),
        ALICE,
        GUEST,
        BookingStatus.CONFIRMED,
        new RequestHash("0f" + units),
        NOW,
        1);
  }

  public static RoomNight night(int daysLater) {
    return new RoomNight(ROOM, FIRST.plusDays(daysLater));
  }

  public static Allotment allotment(int daysLater, int available) {
    return allotment(daysLater, HERE, available);
  }

  public static Allotment allotment(int daysLater, Region owner, int available) {
    return new Allotment(night(daysLater), owner, 20, available, 7);
  }

  /** A night of a better room of the same property. */
  public static Allotment inSuite(int daysLater, int available) {
    var night = new RoomNight(new Room(ROOM.property(), SUITE), FIRST.plusDays(daysLater));
    return new Allotment(night, HERE, 20, available, new RoomRank(80), 7);
  }

  /** The same booking at another stage of its life. */
  public static Booking copy(
      Booking booking, BookingStatus status, long version, boolean isProtected) {
    return new Booking(
        booking.id(),
        booking.decidedBy(),
        booking.room(),
        booking.stay(),
        booking.units(),
        booking.guestId(),
        booking.guest(),
        status,
        booking.requestHash(),
        booking.createdAt(),
        version,
        isProtected);
  }

  /** The same booking, made at another time. */
  public static Booking madeAt(Booking booking, Instant createdAt) {
    return new Booking(
        booking.id(),
        booking.decidedBy(),
        booking.room(),
        booking.stay(),
        booking.units(),
        booking.guestId(),
        booking.guest(),
        booking.status(),
        booking.requestHash(),
        createdAt,
        booking.version(),
        booking.isProtected());
  }

  /** The event of a booking's first version. */
  public static BookingConfirmed confirmed(String bookingId, String propertyId) {
    return new BookingConfirmed(
        bookingId + "~" + HERE + "~1",
        NOW,
        bookingId,
        HERE.code(),
        propertyId,
        ROOM.id().value(),
        FIRST,
        FIRST.plusDays(2),
        1,
        1);
  }

  private Sample() {}
}
