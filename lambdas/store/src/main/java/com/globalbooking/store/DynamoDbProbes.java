package com.globalbooking.store;

import static com.globalbooking.store.Values.text;

import com.globalbooking.contract.BookingsTable;
import com.globalbooking.contract.ControlTable;
import com.globalbooking.contract.InventoryTable;
import com.globalbooking.contract.RegionsTable;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.health.Probe;
import com.globalbooking.domain.health.Probes;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Probes on DynamoDB: consistent reads of a key that need not exist, and a write. */
public final class DynamoDbProbes implements Probes {

  /** The tables that are probed, by their names. */
  public record Tables(String inventory, String bookings, String regions, String control) {}

  private final DynamoDbClient client;
  private final Tables tables;
  private final AttributeValue own;

  public DynamoDbProbes(DynamoDbClient client, Tables tables, Region own) {
    this.client = client;
    this.tables = tables;
    this.own = text(own.code());
  }

  @Override
  public void run(Probe probe, Instant at) {
    AttributeValue key = text(ControlTable.HEALTH_PROBE);
    switch (probe) {
      case INVENTORY ->
          read(
              tables.inventory(),
              Map.of(InventoryTable.BOOKING_KEY, key, InventoryTable.OWNER_REGION, own));
      case BOOKINGS ->
          read(
              tables.bookings(),
              Map.of(BookingsTable.BOOKING_ID, key, BookingsTable.DECIDING_REGION, own));
      case REGIONS ->
          read(
              tables.regions(),
              Map.of(RegionsTable.OWNER, own, RegionsTable.PART, text(RegionsTable.HEARTBEAT)));
      case CONTROL ->
          client.putItem(
              request ->
                  request
                      .tableName(tables.control())
                      .item(Map.of(ControlTable.NAME, key, ControlTable.AT, text(at.toString()))));
    }
  }

  private void read(String table, Map<String, AttributeValue> key) {
    var _ = client.getItem(request -> request.tableName(table).key(key).consistentRead(true));
  }
}
