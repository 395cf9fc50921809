package com.globalbooking.store;

import static com.globalbooking.store.Values.number;
import static com.globalbooking.store.Values.text;

import com.globalbooking.contract.BookingsTable;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.RepairStore.Move;
import com.globalbooking.domain.RepairStore.TwinCancellation;
import com.globalbooking.events.DecidedEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Composes the transactions of the resolver: the booking, the nights it gives back, the nights it
 * takes, the event. The longest stay makes 62 items of the 100 that one may have.
 *
 * <p>Open to subclasses in tests only, which take something away to show that a test notices.
 */
class RepairTransaction {
  static final String AS_SEEN = "version = :version AND #status = :status AND room_id = :room";
  static final String NOT_PROTECTED =
      " AND (attribute_not_exists(#protected) OR #protected = :false)";
  static final String MOVE = "SET room_id = :to, #status = :moved, version = version + :one";
  static final String CANCEL = "SET #status = :cancelled, version = version + :one";
  static final String SAME_VERSION = "version = :version";
  static final String FREE_AND_SAME_VERSION = "available_units >= :units AND version = :version";
  static final String EXISTS = "attribute_exists(booking_key)";
  static final String GIVE_BACK =
      "SET available_units = available_units + :units, version = version + :one, updated_at = :now";

  private final TableNames tables;

  RepairTransaction(TableNames tables) {
    this.tables = tables;
  }

  final List<TransactWriteItem> move(Move move) {
    Booking booking = move.booking();
    Booking moved = move.moved();
    var items = new ArrayList<TransactWriteItem>();
    add(items, movedBooking(booking, moved));
    move.from().forEach(night -> givesBack(items, night, booking, SAME_VERSION, move.at()));
    move.into().forEach(night -> add(items, takes(night, booking, move.at())));
    items.add(
        OutboxItem.put(
            tables.outbox(), DecidedEvents.reassigned(moved, booking.room().id(), move.at())));
    return items;
  }

  final List<TransactWriteItem> cancel(TwinCancellation cancellation) {
    Booking booking = cancellation.booking();
    Instant at = cancellation.at();
    var items = new ArrayList<TransactWriteItem>();
    add(items, cancelledBooking(booking));
    // What others sell meanwhile does not matter: giving back is right at any version.
    cancellation.held().forEach(night -> givesBack(items, night, booking, EXISTS, at));
    items.add(
        OutboxItem.put(tables.outbox(), DecidedEvents.twinCancelled(booking.cancelled(), at)));
    return items;
  }

  Update.Builder movedBooking(Booking seen, Booking moved) {
    Map<String, AttributeValue> values = asSeen(seen);
    values.put(":false", AttributeValue.fromBool(false));
    values.put(":to", text(moved.room().id().value()));
    values.put(":moved", text(moved.status().name()));
    return booking(seen)
        .conditionExpression(AS_SEEN + NOT_PROTECTED)
        .updateExpression(MOVE)
        .expressionAttributeNames(
            Map.of("#status", BookingsTable.STATUS, "#protected", BookingsTable.PROTECTED))
        .expressionAttributeValues(values);
  }

  private Update.Builder cancelledBooking(Booking seen) {
    Map<String, AttributeValue> values = asSeen(seen);
    values.put(":cancelled", text(seen.cancelled().status().name()));
    return booking(seen)
        .conditionExpression(AS_SEEN)
        .updateExpression(CANCEL)
        .expressionAttributeNames(Map.of("#status", BookingsTable.STATUS))
        .expressionAttributeValues(values);
  }

  private static Map<String, AttributeValue> asSeen(Booking seen) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":version", number(seen.version()));
    values.put(":status", text(seen.status().name()));
    values.put(":room", text(seen.room().id().value()));
    values.put(":one", number(1));
    return values;
  }

  private Update.Builder booking(Booking seen) {
    return Update.builder()
        .tableName(tables.bookings())
        .key(BookingItem.key(seen.id(), seen.decidedBy()));
  }

  /** Adds the return of a night's units. */
  void givesBack(
      List<TransactWriteItem> items, Allotment seen, Booking booking, String when, Instant at) {
    Map<String, AttributeValue> values = units(booking, at);
    if (when.equals(SAME_VERSION)) {
      values.put(":version", number(seen.version()));
    }
    add(items, night(seen, values).conditionExpression(when).updateExpression(GIVE_BACK));
  }

  Update.Builder takes(Allotment seen, Booking booking, Instant at) {
    Map<String, AttributeValue> values = units(booking, at);
    values.put(":version", number(seen.version()));
    return night(seen, values)
        .conditionExpression(FREE_AND_SAME_VERSION)
        .updateExpression(BookingTransaction.TAKE_UNITS);
  }

  private static Map<String, AttributeValue> units(Booking booking, Instant at) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":units", number(booking.units().count()));
    values.put(":one", number(1));
    values.put(":now", text(at.toString()));
    return values;
  }

  private Update.Builder night(Allotment seen, Map<String, AttributeValue> values) {
    return Update.builder()
        .tableName(tables.inventory())
        .key(AllotmentItem.key(seen.night(), seen.owner()))
        .expressionAttributeValues(values);
  }

  private static void add(List<TransactWriteItem> items, Update.Builder update) {
    items.add(TransactWriteItem.builder().update(update.build()).build());
  }
}
