package com.globalbooking.store;

import com.globalbooking.contract.DomainEvent;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingReader;
import com.globalbooking.domain.RepairStore;
import com.globalbooking.domain.StayReader;
import com.globalbooking.domain.contract.RepairStoreContract;
import com.globalbooking.domain.contract.Sample;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores keep the contract on DynamoDB Local. */
@ExtendWith(DynamoDbLocal.class)
class DynamoDbRepairStoreIT extends RepairStoreContract {
  private final DynamoDbClient client;
  private final Tables tables;

  DynamoDbRepairStoreIT(DynamoDbClient client) {
    this.client = client;
    this.tables = Tables.create(client);
  }

  @Override
  protected RepairStore store() {
    return new DynamoDbRepairStore(transaction(tables.names()), TransactionWriter.on(client));
  }

  /** What is on trial: mutants take something away from it. */
  RepairTransaction transaction(TableNames names) {
    return new RepairTransaction(names);
  }

  @Override
  protected AllotmentReader allotments() {
    return new DynamoDbAllotmentReader(client, tables.names().inventory());
  }

  @Override
  protected BookingReader bookings() {
    return new DynamoDbBookingReader(client, tables.names().bookings());
  }

  @Override
  protected StayReader stays() {
    return new DynamoDbStayReader(client, tables.names().bookings(), Sample.HERE);
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
  protected List<String> events() {
    return tables.events().stream().map(DomainEvent::eventId).toList();
  }
}
