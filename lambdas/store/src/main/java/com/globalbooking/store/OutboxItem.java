package com.globalbooking.store;

import static com.globalbooking.store.Values.number;
import static com.globalbooking.store.Values.text;

import com.globalbooking.contract.DomainEvent;
import com.globalbooking.contract.OutboxTable;
import com.globalbooking.events.EventJson;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** How an event stands in the outbox table. */
final class OutboxItem {
  /** Far longer than its stream keeps a record; then the item is garbage. */
  private static final Duration KEPT = Duration.ofDays(7);

  static Map<String, AttributeValue> write(DomainEvent event) {
    return Map.of(
        OutboxTable.PROPERTY_ID, text(event.propertyId()),
        OutboxTable.OUTBOX_ID, text(event.eventId()),
        OutboxTable.EVENT_TYPE, text(event.eventType()),
        OutboxTable.PAYLOAD, text(EventJson.write(event)),
        OutboxTable.CREATED_AT, text(event.occurredAt().toString()),
        OutboxTable.EXPIRY_TIME, number(event.occurredAt().plus(KEPT).getEpochSecond()));
  }

  /** Its part in a transaction. */
  static TransactWriteItem put(String outboxTable, DomainEvent event) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(outboxTable).item(write(event)).build())
        .build();
  }

  private OutboxItem() {}
}
