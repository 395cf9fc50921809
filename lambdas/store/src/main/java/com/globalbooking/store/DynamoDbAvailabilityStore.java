package com.globalbooking.store;

import static com.globalbooking.store.Values.text;

import com.globalbooking.contract.InventoryTable;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AvailabilityStore;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Finds what is on sale through {@code PropertyIndex}, page by page. */
public final class DynamoDbAvailabilityStore implements AvailabilityStore {
  private final DynamoDbClient client;
  private final String table;

  public DynamoDbAvailabilityStore(DynamoDbClient client, String inventoryTable) {
    this.client = client;
    this.table = inventoryTable;
  }

  @Override
  public List<Allotment> find(PropertyId property, DateRange range, Optional<RoomId> room) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":property", text(property.value()));
    values.put(":from", text(range.from().toString()));
    values.put(":to", text(range.to().toString()));
    room.ifPresent(id -> values.put(":room", text(id.value())));
    QueryRequest.Builder query =
        index()
            .keyConditionExpression("property_id = :property AND stay_date BETWEEN :from AND :to")
            .expressionAttributeValues(values);
    room.ifPresent(id -> query.filterExpression("room_id = :room"));
    var found = new ArrayList<Allotment>();
    QueryResponse page;
    do {
      page = PassingFault.toBusy(() -> client.query(query.build()));
      page.items().stream().map(AllotmentItem::read).forEach(found::add);
      query.exclusiveStartKey(page.lastEvaluatedKey());
    } while (page.hasLastEvaluatedKey());
    return found;
  }

  @Override
  public boolean knows(PropertyId property) {
    QueryRequest query =
        index()
            .keyConditionExpression("property_id = :property")
            .expressionAttributeValues(Map.of(":property", text(property.value())))
            .limit(1)
            .build();
    return !PassingFault.toBusy(() -> client.query(query)).items().isEmpty();
  }

  private QueryRequest.Builder index() {
    return QueryRequest.builder().tableName(table).indexName(InventoryTable.PROPERTY_INDEX);
  }
}
