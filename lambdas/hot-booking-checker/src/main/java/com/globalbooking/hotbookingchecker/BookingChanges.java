package com.globalbooking.hotbookingchecker;

import com.globalbooking.contract.BookingsTable;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.BookingStatus;
import com.globalbooking.domain.CheckingBookings.Changed;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.Stay;
import com.globalbooking.eventsources.StreamImage;
import com.globalbooking.eventsources.StreamRecord;
import com.globalbooking.eventsources.UnreadableDeliveryException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads records of the bookings stream. A write that replicated here looks like any other. */
final class BookingChanges {

  /** The booking as it now is; empty when it holds no units any more. */
  static Optional<Changed> decode(StreamRecord record) throws UnreadableDeliveryException {
    return switch (record.change()) {
      case REMOVE -> Optional.empty();
      case INSERT, MODIFY ->
          live(
              record
                  .newImage()
                  .orElseThrow(() -> new UnreadableDeliveryException("record has no image")));
    };
  }

  private static Optional<Changed> live(StreamImage item) throws UnreadableDeliveryException {
    try {
      if (!BookingStatus.valueOf(item.text(BookingsTable.STATUS)).live()) {
        return Optional.empty();
      }
      return Optional.of(
          new Changed(
              new BookingId(item.text(BookingsTable.BOOKING_ID)),
              new Region(item.text(BookingsTable.DECIDING_REGION)),
              new Room(
                  new PropertyId(item.text(BookingsTable.PROPERTY_ID)),
                  new RoomId(item.text(BookingsTable.ROOM_ID))),
              new Stay(
                  LocalDate.parse(item.text(BookingsTable.CHECK_IN)),
                  LocalDate.parse(item.text(BookingsTable.CHECK_OUT)))));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnreadableDeliveryException("item is no booking");
    }
  }

  private BookingChanges() {}
}
