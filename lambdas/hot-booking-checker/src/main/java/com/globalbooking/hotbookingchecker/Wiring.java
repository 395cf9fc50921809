package com.globalbooking.hotbookingchecker;

import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.BookingReader;
import com.globalbooking.domain.CheckingBookings;
import com.globalbooking.domain.ConflictQueue;
import com.globalbooking.domain.Region;
import com.globalbooking.eventsources.DeadLetterQueue;
import com.globalbooking.eventsources.SqsDeadLetterQueue;
import com.globalbooking.hotbookingchecker.aws.SqsConflictQueue;
import com.globalbooking.metrics.Metrics;
import com.globalbooking.store.DynamoDbAllotmentReader;
import com.globalbooking.store.DynamoDbBookingReader;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Joins ports and adapters. */
@Dependent
class Wiring {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  BookingReader bookings(DynamoDbClient client, BookingConfig config) {
    return new DynamoDbBookingReader(client, config.bookingsTable());
  }

  @Produces
  @Singleton
  AllotmentReader allotments(DynamoDbClient client, BookingConfig config) {
    return new DynamoDbAllotmentReader(client, config.inventoryTable());
  }

  @Produces
  @Singleton
  ConflictQueue queue(SqsClient client, BookingConfig config, Clock clock) {
    return new SqsConflictQueue(client, config.resolverQueue(), clock);
  }

  @Produces
  @Singleton
  DeadLetterQueue deadLetters(SqsClient client, BookingConfig config) {
    return new SqsDeadLetterQueue(client, config.deadLetterQueue());
  }

  @Produces
  @Singleton
  Metrics metrics(Clock clock, BookingConfig config) {
    return new Metrics(System.out, clock, config.environment());
  }

  @Produces
  @Singleton
  HandingOver handingOver(
      @ConfigProperty(name = "aws.region") String own,
      BookingReader bookings,
      AllotmentReader allotments,
      ConflictQueue queue,
      Metrics metrics) {
    return new HandingOver(
        new CheckingBookings(new Region(own), bookings, allotments), queue, metrics);
  }
}
