package com.globalbooking.bookinghandler;

import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.BookingStore;
import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.JitteredRetry;
import com.globalbooking.domain.PlacingBooking;
import com.globalbooking.domain.ReadingBooking;
import com.globalbooking.domain.Region;
import com.globalbooking.forwarding.CrossRegionInvocation;
import com.globalbooking.forwarding.RegionInvoker;
import com.globalbooking.store.DynamoDbAllotmentReader;
import com.globalbooking.store.DynamoDbBookingStore;
import com.globalbooking.store.TableNames;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Joins ports and adapters. */
@Dependent
class Wiring {
  /** Short of what a guest waits for, long enough for a queue at one hot night to pass. */
  private static final JitteredRetry.Limits LIMITS =
      new JitteredRetry.Limits(
          Duration.ofSeconds(2), Duration.ofMillis(10), Duration.ofMillis(200));

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }

  @Produces
  @Singleton
  DeployedRegions regions(@ConfigProperty(name = "aws.region") String own, BookingConfig config) {
    return new DeployedRegions(
        new Region(own), config.regions().stream().map(Region::new).toList());
  }

  @Produces
  @Singleton
  TableNames tables(BookingConfig config) {
    return new TableNames(config.inventoryTable(), config.bookingsTable(), config.outboxTable());
  }

  @Produces
  @Singleton
  BookingStore bookings(DynamoDbClient client, TableNames tables, DeployedRegions regions) {
    return new DynamoDbBookingStore(client, tables, regions);
  }

  @Produces
  @Singleton
  AllotmentReader allotments(DynamoDbClient client, TableNames tables) {
    return new DynamoDbAllotmentReader(client, tables.inventory());
  }

  @Produces
  @Singleton
  RegionInvoker invoker(
      @ConfigProperty(name = "aws.lambda.function-name") String functionName,
      DeployedRegions regions) {
    return new CrossRegionInvocation(functionName, regions);
  }

  @Produces
  @Singleton
  PlacingBooking placing(
      DeployedRegions regions,
      BookingStore bookings,
      AllotmentReader allotments,
      Clock clock,
      SecureRandom random) {
    var retry = new JitteredRetry(LIMITS, clock, length -> Thread.sleep(length), random);
    return new PlacingBooking(regions, bookings, allotments, retry, clock, random);
  }

  @Produces
  @Singleton
  ReadingBooking reading(BookingStore bookings) {
    return new ReadingBooking(bookings);
  }
}
