package com.globalbooking.store;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.StoreBusyException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads allotments with {@code BatchGetItem}, consistently as far as this Region's copy goes. */
public final class DynamoDbAllotmentReader implements AllotmentReader {
  private static final int KEYS_PER_REQUEST = 100;
  private static final int ROUNDS = 5;

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbAllotmentReader(DynamoDbClient client, String inventoryTable) {
    this.client = client;
    this.table = inventoryTable;
  }

  @Override
  public List<Allotment> read(Collection<RoomNight> nights, Collection<Region> owners) {
    List<Map<String, AttributeValue>> keys =
        nights.stream()
            .flatMap(night -> owners.stream().map(owner -> AllotmentItem.key(night, owner)))
            .toList();
    var found = new ArrayList<Allotment>();
    for (int from = 0; from < keys.size(); from += KEYS_PER_REQUEST) {
      read(keys.subList(from, Math.min(from + KEYS_PER_REQUEST, keys.size())), found);
    }
    return found;
  }

  private void read(List<Map<String, AttributeValue>> keys, List<Allotment> found) {
    Map<String, KeysAndAttributes> asked =
        Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, KeysAndAttributes> now = asked;
      BatchGetItemResponse answer =
          PassingFault.toBusy(() -> client.batchGetItem(request -> request.requestItems(now)));
      answer.responses().getOrDefault(table, List.of()).stream()
          .map(AllotmentItem::read)
          .forEach(found::add);
      asked = answer.unprocessedKeys();
      if (asked.isEmpty()) {
        return;
      }
    }
    throw new StoreBusyException("DynamoDB left keys unread " + ROUNDS + " times");
  }
}
