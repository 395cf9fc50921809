package com.globalbooking.store;

import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.BookingReader;
import com.globalbooking.domain.BookingStore;
import com.globalbooking.domain.DeployedRegions;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Bookings on DynamoDB: booking is one {@code TransactWriteItems} without a read before it. */
public final class DynamoDbBookingStore implements BookingStore {
  private final BookingReader reader;
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
    this.reader = new DynamoDbBookingReader(client, tables.bookings());
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
    return reader.find(id);
  }
}
