package com.globalbooking.store;

import static com.globalbooking.store.Values.number;
import static com.globalbooking.store.Values.text;

import com.globalbooking.contract.ControlTable;
import com.globalbooking.contract.InventoryTable;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.reconciliation.InventoryPass;
import com.globalbooking.domain.reconciliation.Segment;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * A parallel scan of {@code PropertyIndex}, in which the items of a property stand together. The
 * bookmark is a record of the control table with the keys to go on after; that of another division
 * into segments is no bookmark.
 */
public final class DynamoDbInventoryPass implements InventoryPass {
  private static final String CHECKER = "reconciliation#";
  private static final String SEGMENTS = "segments";

  private final DynamoDbClient client;
  private final String inventory;
  private final String control;
  private final int pageSize;

  /**
   * @param pageSize the most items of one page
   */
  public DynamoDbInventoryPass(
      DynamoDbClient client, String inventoryTable, String controlTable, int pageSize) {
    this.client = client;
    this.inventory = inventoryTable;
    this.control = controlTable;
    this.pageSize = pageSize;
  }

  @Override
  public Page next(Segment segment, Optional<Position> after) {
    ScanRequest.Builder scan =
        ScanRequest.builder()
            .tableName(inventory)
            .indexName(InventoryTable.PROPERTY_INDEX)
            .segment(segment.number())
            .totalSegments(segment.of())
            .limit(pageSize);
    after.ifPresent(position -> scan.exclusiveStartKey(keys(position)));
    ScanResponse page = PassingFault.toBusy(() -> client.scan(scan.build()));
    return new Page(
        page.items().stream().map(AllotmentItem::read).toList(),
        page.hasLastEvaluatedKey()
            ? Optional.of(position(page.lastEvaluatedKey()))
            : Optional.empty());
  }

  @Override
  public Optional<Position> bookmark(Segment segment) {
    Map<String, AttributeValue> item =
        PassingFault.toBusy(
                () ->
                    client.getItem(
                        request ->
                            request.tableName(control).key(name(segment)).consistentRead(true)))
            .item();
    return item.containsKey(SEGMENTS) && Values.count(item, SEGMENTS) == segment.of()
        ? Optional.of(position(item))
        : Optional.empty();
  }

  @Override
  public void setBookmark(Segment segment, Optional<Position> after) {
    if (after.isEmpty()) {
      var _ =
          PassingFault.toBusy(
              () -> client.deleteItem(request -> request.tableName(control).key(name(segment))));
      return;
    }
    Map<String, AttributeValue> item = new HashMap<>(keys(after.get()));
    item.putAll(name(segment));
    item.put(SEGMENTS, number(segment.of()));
    var _ =
        PassingFault.toBusy(
            () -> client.putItem(request -> request.tableName(control).item(item)));
  }

  private static Map<String, AttributeValue> name(Segment segment) {
    return Map.of(
        ControlTable.NAME, text(ControlTable.CURSOR + CHECKER + segment.number()));
  }

  private static Map<String, AttributeValue> keys(Position position) {
    RoomNight night = position.night();
    Map<String, AttributeValue> keys = new HashMap<>(AllotmentItem.key(night, position.owner()));
    keys.put(InventoryTable.PROPERTY_ID, text(night.room().property().value()));
    keys.put(InventoryTable.STAY_DATE, text(night.date().toString()));
    return keys;
  }

  private static Position position(Map<String, AttributeValue> keys) {
    String[] parts = text(keys, InventoryTable.BOOKING_KEY).split("#", -1);
    return new Position(
        new RoomNight(
            new Room(new PropertyId(parts[0]), new RoomId(parts[1])), LocalDate.parse(parts[2])),
        new Region(text(keys, InventoryTable.OWNER_REGION)));
  }
}
