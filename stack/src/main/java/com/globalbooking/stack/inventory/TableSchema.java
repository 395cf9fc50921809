package com.globalbooking.stack.inventory;

import com.globalbooking.contract.BookingsTable;
import com.globalbooking.contract.ControlTable;
import com.globalbooking.contract.InventoryTable;
import com.globalbooking.contract.OutboxTable;
import com.globalbooking.contract.RegionsTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keys and indexes of a table; every key is a string.
 *
 * @param table last part of the table's name
 * @param timeToLive attribute with the epoch second after which DynamoDB may drop an item
 */
record TableSchema(String table, Key key, Optional<String> timeToLive, List<Index> indexes) {

  /** A partition key and perhaps a sort key. */
  record Key(String partition, Optional<String> sort) {
    static Key of(String partition) {
      return new Key(partition, Optional.empty());
    }

    static Key of(String partition, String sort) {
      return new Key(partition, Optional.of(sort));
    }

    Stream<String> attributes() {
      return Stream.concat(Stream.of(partition), sort.stream());
    }
  }

  /** What an index holds besides its keys. */
  enum Projection {
    ALL,
    KEYS_ONLY
  }

  /** A global secondary index. */
  record Index(String name, Key key, Projection projection) {}

  static final TableSchema INVENTORY =
      new TableSchema(
          "inventory",
          Key.of(InventoryTable.BOOKING_KEY, InventoryTable.OWNER_REGION),
          Optional.of(InventoryTable.EXPIRY_TIME),
          List.of(
              new Index(
                  InventoryTable.PROPERTY_INDEX,
                  Key.of(InventoryTable.PROPERTY_ID, InventoryTable.STAY_DATE),
                  Projection.ALL)));

  static final TableSchema BOOKINGS =
      new TableSchema(
          "bookings",
          Key.of(BookingsTable.BOOKING_ID, BookingsTable.DECIDING_REGION),
          Optional.empty(),
          List.of(
              new Index(
                  BookingsTable.GUEST_INDEX,
                  Key.of(BookingsTable.GUEST_ID, BookingsTable.CREATED_AT),
                  Projection.ALL),
              new Index(
                  BookingsTable.PROPERTY_STAY_INDEX,
                  Key.of(BookingsTable.PROPERTY_ID, BookingsTable.CHECK_IN),
                  Projection.ALL),
              new Index(
                  BookingsTable.HOLD_DEADLINE_INDEX,
                  Key.of(BookingsTable.DECIDING_REGION, BookingsTable.HOLD_DEADLINE),
                  Projection.KEYS_ONLY)));

  static final TableSchema REGIONS =
      new TableSchema(
          "regions",
          Key.of(RegionsTable.OWNER, RegionsTable.PART),
          Optional.of(RegionsTable.EXPIRY_TIME),
          List.of());

  static final TableSchema OUTBOX =
      new TableSchema(
          "outbox",
          Key.of(OutboxTable.PROPERTY_ID, OutboxTable.OUTBOX_ID),
          Optional.of(OutboxTable.EXPIRY_TIME),
          List.of());

  static final TableSchema CONTROL =
      new TableSchema(
          "control", Key.of(ControlTable.NAME), Optional.of(ControlTable.EXPIRY_TIME), List.of());

  TableSchema {
    indexes = List.copyOf(indexes);
  }

  List<String> indexNames() {
    return indexes.stream().map(Index::name).toList();
  }

  /** Attributes that DynamoDB must know the type of: those of any key, each once. */
  List<String> keyAttributes() {
    return Stream.concat(key.attributes(), indexes.stream().flatMap(i -> i.key().attributes()))
        .distinct()
        .toList();
  }
}
