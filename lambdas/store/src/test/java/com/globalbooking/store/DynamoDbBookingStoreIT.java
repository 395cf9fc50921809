package com.globalbooking.store;

import com.globalbooking.contract.DomainEvent;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.BookingStore;
import com.globalbooking.domain.contract.BookingStoreContract;
import com.globalbooking.domain.contract.Sample;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The store keeps the contract on DynamoDB Local. */
@ExtendWith(DynamoDbLocal.class)
class DynamoDbBookingStoreIT extends BookingStoreContract {
  private final DynamoDbClient client;
  private final Tables tables;

  DynamoDbBookingStoreIT(DynamoDbClient client) {
    this.client = client;
    this.tables = Tables.create(client);
  }

  @Override
  protected BookingStore store() {
    return new DynamoDbBookingStore(
        client, tables.names(), transaction(tables.names()), writer(client));
  }

  /** What is on trial: mutants take something away from it. */
  BookingTransaction transaction(TableNames names) {
    return new BookingTransaction(names, Sample.REGIONS);
  }

  /** What is on trial: a mutant writes otherwise. */
  TransactionWriter writer(DynamoDbClient dynamoDb) {
    return TransactionWriter.on(dynamoDb);
  }

  @Override
  protected AllotmentReader allotments() {
    return new DynamoDbAllotmentReader(client, tables.names().inventory());
  }

  @Override
  protected void put(Allotment allotment) {
    tables.put(allotment);
  }

  @Override
  protected void put(Booking booking) {
    tables.put(booking);
  }

  @Override
  protected List<BookingId> events() {
    return tables.events().stream()
        .map(event -> new BookingId(((DomainEvent.BookingConfirmed) event).bookingId()))
        .toList();
  }
}
