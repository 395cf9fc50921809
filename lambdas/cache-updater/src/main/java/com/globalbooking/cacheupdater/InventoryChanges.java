package com.globalbooking.cacheupdater;

import com.globalbooking.contract.InventoryTable;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AvailabilityCache.Removal;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.RoomRank;
import com.globalbooking.eventsources.StreamImage;
import com.globalbooking.eventsources.StreamRecord;
import com.globalbooking.eventsources.UnreadableDeliveryException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Reads records of the inventory stream. A write that replicated here looks like any other. */
final class InventoryChanges {

  static Optional<InventoryChange> decode(StreamRecord record) throws UnreadableDeliveryException {
    try {
      return Optional.of(
          switch (record.change()) {
            case INSERT, MODIFY -> written(image(record.newImage()), record.writtenAt());
            case REMOVE -> removed(image(record.oldImage()));
          });
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnreadableDeliveryException("item is no allotment");
    }
  }

  private static InventoryChange written(StreamImage item, Instant recorded)
      throws UnreadableDeliveryException {
    RoomRank rank =
        item.optionalCount(InventoryTable.ROOM_RANK).map(RoomRank::new).orElse(RoomRank.STANDARD);
    var allotment =
        new Allotment(
            night(item),
            owner(item),
            item.count(InventoryTable.ALLOTTED_UNITS),
            item.count(InventoryTable.AVAILABLE_UNITS),
            rank,
            item.number(InventoryTable.VERSION));
    // The stream itself tells the time to the second only.
    Instant at =
        item.has(InventoryTable.UPDATED_AT)
            ? Instant.parse(item.text(InventoryTable.UPDATED_AT))
            : recorded;
    return new InventoryChange.Written(allotment, at);
  }

  private static InventoryChange removed(StreamImage item) throws UnreadableDeliveryException {
    return new InventoryChange.Removed(
        new Removal(night(item), owner(item), item.number(InventoryTable.VERSION)));
  }

  private static RoomNight night(StreamImage item) throws UnreadableDeliveryException {
    return new RoomNight(
        new Room(
            new PropertyId(item.text(InventoryTable.PROPERTY_ID)),
            new RoomId(item.text(InventoryTable.ROOM_ID))),
        LocalDate.parse(item.text(InventoryTable.STAY_DATE)));
  }

  private static Region owner(StreamImage item) throws UnreadableDeliveryException {
    return new Region(item.text(InventoryTable.OWNER_REGION));
  }

  private static StreamImage image(Optional<StreamImage> image) throws UnreadableDeliveryException {
    return image.orElseThrow(() -> new UnreadableDeliveryException("record has no image"));
  }

  private InventoryChanges() {}
}
