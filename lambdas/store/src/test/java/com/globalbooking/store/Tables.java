package com.globalbooking.store;

import com.globalbooking.contract.BookingsTable;
import com.globalbooking.contract.ControlTable;
import com.globalbooking.contract.DomainEvent;
import com.globalbooking.contract.InventoryTable;
import com.globalbooking.contract.OutboxTable;
import com.globalbooking.contract.RegionsTable;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Booking;
import com.globalbooking.events.EventJson;
import com.globalbooking.events.UnreadableEventException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Fresh, empty tables for one test, and what a test puts in and looks up beside the store. */
record Tables(DynamoDbClient client, TableNames names, String control, String regions) {

  static Tables create(DynamoDbClient client) {
    String suffix = "-" + UUID.randomUUID();
    var names = new TableNames("inventory" + suffix, "bookings" + suffix, "outbox" + suffix);
    client.createTable(
        request ->
            request
                .tableName(names.inventory())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key(InventoryTable.BOOKING_KEY, InventoryTable.OWNER_REGION))
                .attributeDefinitions(
                    texts(
                        InventoryTable.BOOKING_KEY,
                        InventoryTable.OWNER_REGION,
                        InventoryTable.PROPERTY_ID,
                        InventoryTable.STAY_DATE))
                .globalSecondaryIndexes(
                    GlobalSecondaryIndex.builder()
                        .indexName(InventoryTable.PROPERTY_INDEX)
                        .keySchema(key(InventoryTable.PROPERTY_ID, InventoryTable.STAY_DATE))
                        .projection(projection -> projection.projectionType(ProjectionType.ALL))
                        .build()));
    client.createTable(
        request ->
            request
                .tableName(names.bookings())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key(BookingsTable.BOOKING_ID, BookingsTable.DECIDING_REGION))
                .attributeDefinitions(
                    texts(
                        BookingsTable.BOOKING_ID,
                        BookingsTable.DECIDING_REGION,
                        BookingsTable.PROPERTY_ID,
                        BookingsTable.CHECK_IN))
                .globalSecondaryIndexes(
                    GlobalSecondaryIndex.builder()
                        .indexName(BookingsTable.PROPERTY_STAY_INDEX)
                        .keySchema(key(BookingsTable.PROPERTY_ID, BookingsTable.CHECK_IN))
                        .projection(projection -> projection.projectionType(ProjectionType.ALL))
                        .build()));
    client.createTable(
        request ->
            request
                .tableName(names.outbox())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key(OutboxTable.PROPERTY_ID, OutboxTable.OUTBOX_ID))
                .attributeDefinitions(texts(OutboxTable.PROPERTY_ID, OutboxTable.OUTBOX_ID)));
    String control = "control" + suffix;
    client.createTable(
        request ->
            request
                .tableName(control)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key(ControlTable.NAME))
                .attributeDefinitions(texts(ControlTable.NAME)));
    String regions = "regions" + suffix;
    client.createTable(
        request ->
            request
                .tableName(regions)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key(RegionsTable.OWNER, RegionsTable.PART))
                .attributeDefinitions(texts(RegionsTable.OWNER, RegionsTable.PART)));
    return new Tables(client, names, control, regions);
  }

  private static List<KeySchemaElement> key(String... names) {
    return Stream.iterate(0, i -> i < names.length, i -> i + 1)
        .map(
            i ->
                KeySchemaElement.builder()
                    .attributeName(names[i])
                    .keyType(i == 0 ? KeyType.HASH : KeyType.RANGE)
                    .build())
        .toList();
  }

  private static List<AttributeDefinition> texts(String... names) {
    return Arrays.stream(names)
        .map(
            name ->
                AttributeDefinition.builder()
                    .attributeName(name)
                    .attributeType(ScalarAttributeType.S)
                    .build())
        .toList();
  }

  void put(Allotment allotment) {
    Map<String, AttributeValue> item =
        new HashMap<>(AllotmentItem.key(allotment.night(), allotment.owner()));
    item.put(InventoryTable.PROPERTY_ID, Values.text(allotment.night().room().property().value()));
    item.put(InventoryTable.ROOM_ID, Values.text(allotment.night().room().id().value()));
    item.put(InventoryTable.STAY_DATE, Values.text(allotment.night().date().toString()));
    item.put(InventoryTable.ALLOTTED_UNITS, Values.number(allotment.allotted()));
    item.put(InventoryTable.AVAILABLE_UNITS, Values.number(allotment.available()));
    item.put(InventoryTable.ROOM_RANK, Values.number(allotment.rank().value()));
    item.put(InventoryTable.VERSION, Values.number(allotment.version()));
    client.putItem(request -> request.tableName(names.inventory()).item(item));
  }

  void put(Booking booking) {
    client.putItem(request -> request.tableName(names.bookings()).item(BookingItem.write(booking)));
  }

  List<DomainEvent> events() {
    return client
        .scan(request -> request.tableName(names.outbox()).consistentRead(true))
        .items()
        .stream()
        .map(item -> event(Values.text(item, OutboxTable.PAYLOAD)))
        .toList();
  }

  private static DomainEvent event(String json) {
    try {
      return EventJson.read(json);
    } catch (UnreadableEventException e) {
      throw new AssertionError("the outbox holds " + json, e);
    }
  }
}
