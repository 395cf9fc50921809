package com.globalbooking.store;

import static com.globalbooking.store.Values.text;

import com.globalbooking.contract.InventoryTable;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.RoomRank;
import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How an allotment stands in the inventory table. */
final class AllotmentItem {
  static Map<String, AttributeValue> key(RoomNight night, Region owner) {
    return Map.of(
        InventoryTable.BOOKING_KEY, text(bookingKey(night)),
        InventoryTable.OWNER_REGION, text(owner.code()));
  }

  /** {@code propertyId#roomId#date}: ids cannot hold a {@code #}. */
  static String bookingKey(RoomNight night) {
    return night.room().property().value() + '#' + night.room().id().value() + '#' + night.date();
  }

  static Allotment read(Map<String, AttributeValue> item) {
    return new Allotment(
        new RoomNight(
            new Room(
                new PropertyId(text(item, InventoryTable.PROPERTY_ID)),
                new RoomId(text(item, InventoryTable.ROOM_ID))),
            LocalDate.parse(text(item, InventoryTable.STAY_DATE))),
        new Region(text(item, InventoryTable.OWNER_REGION)),
        Values.count(item, InventoryTable.ALLOTTED_UNITS),
        Values.count(item, InventoryTable.AVAILABLE_UNITS),
        // Written with the first allotment since rooms have ranks.
        item.containsKey(InventoryTable.ROOM_RANK)
            ? new RoomRank(Values.count(item, InventoryTable.ROOM_RANK))
            : RoomRank.STANDARD,
        Values.number(item, InventoryTable.VERSION));
  }

  private AllotmentItem() {}
}
