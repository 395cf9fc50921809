package com.globalbooking.store;

import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.BookingStore;
import com.globalbooking.domain.DeployedRegions;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Bookings on DynamoDB: booking is one {@code TransactWriteItems} without a read before it. */
public final class DynamoDbBookingStore implements BookingStore {
  private final DynamoDbClient client;
  private final TableNames tables;
  private final BookingTransaction transaction;
  private final TransactionWriter writer;

  public DynamoDbBookingStore(DynamoDbClient client, TableNames tables, DeployedRegions regions) {
    this(client, tables, new BookingTransaction(tables, regions), TransactionWriter.on(client));
  }

  DynamoDbBookingStore(
      DynamoDbClient client,
      TableNames tables,
      BookingTransaction transaction,
      TransactionWriter writer) {
    this.client = client;
    this.tables = tables;
    this.transaction = transaction;
    this.writer = writer;
  }

  @Override
  public Attempt book(Booking booking, Conditions conditions) {
    try {
      writer.write(transaction.items(booking, conditions));
      return new Attempt.Booked();
    } catch (TransactionCanceledException e) {
      int ids = 1 + transaction.idCheckedIn(conditions).size();
      return new Cancellation(e, ids, booking.stay().nights().size()).meaning(booking);
    } catch (SdkException e) {
      if (PassingFault.is(e)) {
        return new Attempt.Undecided();
      }
      throw e;
    }
  }

  @Override
  public List<Booking> find(BookingId id) {
    QueryRequest byId =
        QueryRequest.builder()
            .tableName(tables.bookings())
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
