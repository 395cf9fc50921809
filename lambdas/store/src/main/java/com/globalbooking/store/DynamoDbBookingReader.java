package com.globalbooking.store;

import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.BookingReader;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads every Region's copy of a booking, consistently as far as this Region's copy goes. */
public final class DynamoDbBookingReader implements BookingReader {
  private final DynamoDbClient client;
  private final String table;

  public DynamoDbBookingReader(DynamoDbClient client, String bookingsTable) {
    this.client = client;
    this.table = bookingsTable;
  }

  @Override
  public List<Booking> find(BookingId id) {
    QueryRequest byId =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("booking_id = :id")
            .expressionAttributeValues(Map.of(":id", Values.text(id.value())))
            .consistentRead(true)
            .build();
    // One item per Region at most: far from a second page.
    return PassingFault.toBusy(() -> client.query(byId)).items().stream()
        .map(BookingItem::read)
        .toList();
  }
}
