package com.globalbooking.store;

import static com.globalbooking.store.Values.text;

import com.globalbooking.contract.BookingsTable;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Stay;
import com.globalbooking.domain.StayReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Finds stays through {@code PropertyStayIndex}, page by page: whoever has a night in a range
 * checked in at most the longest stay before it.
 */
public final class DynamoDbStayReader implements StayReader {
  private final DynamoDbClient client;
  private final String table;
  private final Region own;

  public DynamoDbStayReader(DynamoDbClient client, String bookingsTable, Region own) {
    this.client = client;
    this.table = bookingsTable;
    this.own = own;
  }

  @Override
  public List<Booking> stays(PropertyId property, DateRange range) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(BookingsTable.PROPERTY_STAY_INDEX)
            .keyConditionExpression("property_id = :property AND check_in BETWEEN :from AND :to")
            .filterExpression("deciding_region = :own AND check_out > :first")
            .expressionAttributeValues(
                Map.of(
                    ":property", text(property.value()),
                    ":from", text(range.from().minusDays(Stay.MAX_NIGHTS - 1L).toString()),
                    ":to", text(range.to().toString()),
                    ":first", text(range.from().toString()),
                    ":own", text(own.code())));
    var found = new ArrayList<Booking>();
    QueryResponse page;
    do {
      page = PassingFault.toBusy(() -> client.query(query.build()));
      page.items().stream().map(BookingItem::read).forEach(found::add);
      query.exclusiveStartKey(page.lastEvaluatedKey());
    } while (page.hasLastEvaluatedKey());
    return found;
  }
}
