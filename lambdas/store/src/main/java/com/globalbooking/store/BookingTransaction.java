package com.globalbooking.store;

import static com.globalbooking.store.Values.number;
import static com.globalbooking.store.Values.text;
import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingStore.Conditions;
import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.events.DecidedEvents;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Composes the one transaction that a booking is. The order of its items is what refusals are told
 * by: the booking, its id under each other Region if asked for, each night by date, the event.
 *
 * <p>Open to subclasses in tests only, which take a condition away to show that a test notices.
 */
class BookingTransaction {
  static final String NEW_ID = "attribute_not_exists(booking_id)";
  static final String ENOUGH_UNITS = "available_units >= :units";
  static final String SAME_VERSION = " AND version = :expected";
  static final String TAKE_UNITS =
      "SET available_units = available_units - :units, version = version + :one, updated_at = :now";

  private final TableNames tables;
  private final DeployedRegions regions;

  BookingTransaction(TableNames tables, DeployedRegions regions) {
    this.tables = tables;
    this.regions = regions;
  }

  final List<TransactWriteItem> items(Booking booking, Conditions conditions) {
    var items = new ArrayList<TransactWriteItem>();
    items.add(TransactWriteItem.builder().put(booking(booking).build()).build());
    for (Region other : idCheckedIn(conditions)) {
      items.add(TransactWriteItem.builder().conditionCheck(unused(booking, other)).build());
    }
    OptionalLong expected = conditions.expectedVersion();
    for (LocalDate night : booking.stay().nights()) {
      items.add(
          TransactWriteItem.builder().update(night(booking, night, expected).build()).build());
      expected = OptionalLong.empty();
    }
    items.add(OutboxItem.put(tables.outbox(), DecidedEvents.confirmed(booking)));
    return items;
  }

  /** The other Regions under which the id is checked, in the order of the items. */
  final List<Region> idCheckedIn(Conditions conditions) {
    return conditions.idUnusedElsewhere() ? regions.others() : List.of();
  }

  Put.Builder booking(Booking booking) {
    return Put.builder()
        .tableName(tables.bookings())
        .item(BookingItem.write(booking))
        .conditionExpression(NEW_ID)
        .returnValuesOnConditionCheckFailure(ALL_OLD);
  }

  Update.Builder night(Booking booking, LocalDate night, OptionalLong expectedVersion) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":units", number(booking.units().count()));
    values.put(":one", number(1));
    values.put(":now", text(booking.createdAt().toString()));
    String condition = ENOUGH_UNITS;
    if (expectedVersion.isPresent()) {
      values.put(":expected", number(expectedVersion.getAsLong()));
      condition += SAME_VERSION;
    }
    return Update.builder()
        .tableName(tables.inventory())
        .key(AllotmentItem.key(new RoomNight(booking.room(), night), regions.own()))
        .conditionExpression(condition)
        .updateExpression(TAKE_UNITS)
        .expressionAttributeValues(values)
        .returnValuesOnConditionCheckFailure(ALL_OLD);
  }

  private ConditionCheck unused(Booking booking, Region other) {
    return ConditionCheck.builder()
        .tableName(tables.bookings())
        .key(BookingItem.key(booking.id(), other))
        .conditionExpression(NEW_ID)
        .returnValuesOnConditionCheckFailure(ALL_OLD)
        .build();
  }
}
