package com.globalbooking.store;

import static com.globalbooking.store.Values.number;
import static com.globalbooking.store.Values.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.contract.BookingConfirmed;
import com.globalbooking.contract.OutboxTable;
import com.globalbooking.domain.Booking;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How the event of a booking stands in the outbox table. */
final class OutboxItem {
  /** Far longer than its stream keeps a record; then the item is garbage. */
  private static final Duration KEPT = Duration.ofDays(7);

  static BookingConfirmed event(Booking booking) {
    return new BookingConfirmed(
        // Twins, decided by two Regions under one id, are two events.
        booking.id() + "~" + booking.decidedBy() + "~" + booking.version(),
        BookingConfirmed.SCHEMA_VERSION,
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

  static Map<String, AttributeValue> write(BookingConfirmed event) {
    return Map.of(
        OutboxTable.OUTBOX_ID, text(event.eventId()),
        OutboxTable.PROPERTY_ID, text(event.propertyId()),
        OutboxTable.EVENT_TYPE, text(BookingConfirmed.TYPE),
        OutboxTable.PAYLOAD, text(payload(event)),
        OutboxTable.CREATED_AT, text(event.occurredAt().toString()),
        OutboxTable.EXPIRY_TIME, number(event.occurredAt().plus(KEPT).getEpochSecond()));
  }

  /** JSON whose fields are those of the record, by name. */
  private static String payload(BookingConfirmed event) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("eventId", event.eventId())
        .put("schemaVersion", event.schemaVersion())
        .put("occurredAt", event.occurredAt().toString())
        .put("bookingId", event.bookingId())
        .put("decidingRegion", event.decidingRegion())
        .put("propertyId", event.propertyId())
        .put("roomId", event.roomId())
        .put("checkIn", event.checkIn().toString())
        .put("checkOut", event.checkOut().toString())
        .put("units", event.units())
        .put("bookingVersion", event.bookingVersion())
        .toString();
  }

  private OutboxItem() {}
}
