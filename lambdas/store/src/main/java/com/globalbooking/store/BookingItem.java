package com.globalbooking.store;

import static com.globalbooking.store.Values.number;
import static com.globalbooking.store.Values.text;

import com.globalbooking.contract.BookingsTable;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.BookingStatus;
import com.globalbooking.domain.Guest;
import com.globalbooking.domain.GuestId;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RequestHash;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.Stay;
import com.globalbooking.domain.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a booking stands in the bookings table. */
final class BookingItem {
  static Map<String, AttributeValue> key(BookingId id, Region decidedBy) {
    return Map.of(
        BookingsTable.BOOKING_ID, text(id.value()),
        BookingsTable.DECIDING_REGION, text(decidedBy.code()));
  }

  static Map<String, AttributeValue> write(Booking booking) {
    Map<String, AttributeValue> item = new HashMap<>(unprotected(booking));
    if (booking.isProtected()) {
      item.put(BookingsTable.PROTECTED, AttributeValue.fromBool(true));
    }
    return item;
  }

  private static Map<String, AttributeValue> unprotected(Booking booking) {
    return Map.ofEntries(
        Map.entry(BookingsTable.BOOKING_ID, text(booking.id().value())),
        Map.entry(BookingsTable.DECIDING_REGION, text(booking.decidedBy().code())),
        Map.entry(BookingsTable.PROPERTY_ID, text(booking.room().property().value())),
        Map.entry(BookingsTable.ROOM_ID, text(booking.room().id().value())),
        Map.entry(BookingsTable.CHECK_IN, text(booking.stay().checkIn().toString())),
        Map.entry(BookingsTable.CHECK_OUT, text(booking.stay().checkOut().toString())),
        Map.entry(BookingsTable.UNITS, number(booking.units().count())),
        Map.entry(BookingsTable.GUEST_ID, text(booking.guestId().subject())),
        Map.entry(BookingsTable.GUEST_NAME, text(booking.guest().name())),
        Map.entry(BookingsTable.GUEST_EMAIL, text(booking.guest().email())),
        Map.entry(BookingsTable.STATUS, text(booking.status().name())),
        Map.entry(BookingsTable.REQUEST_HASH, text(booking.requestHash().hex())),
        Map.entry(BookingsTable.VERSION, number(booking.version())),
        Map.entry(BookingsTable.CREATED_AT, text(booking.createdAt().toString())));
  }

  static Booking read(Map<String, AttributeValue> item) {
    return new Booking(
        new BookingId(text(item, BookingsTable.BOOKING_ID)),
        new Region(text(item, BookingsTable.DECIDING_REGION)),
        new Room(
            new PropertyId(text(item, BookingsTable.PROPERTY_ID)),
            new RoomId(text(item, BookingsTable.ROOM_ID))),
        new Stay(
            LocalDate.parse(text(item, BookingsTable.CHECK_IN)),
            LocalDate.parse(text(item, BookingsTable.CHECK_OUT))),
        new Units(Values.count(item, BookingsTable.UNITS)),
        new GuestId(text(item, BookingsTable.GUEST_ID)),
        new Guest(text(item, BookingsTable.GUEST_NAME), text(item, BookingsTable.GUEST_EMAIL)),
        BookingStatus.valueOf(text(item, BookingsTable.STATUS)),
        new RequestHash(text(item, BookingsTable.REQUEST_HASH)),
        Instant.parse(text(item, BookingsTable.CREATED_AT)),
        number(item, BookingsTable.VERSION),
        item.containsKey(BookingsTable.PROTECTED)
            && Boolean.TRUE.equals(item.get(BookingsTable.PROTECTED).bool()));
  }

  private BookingItem() {}
}
