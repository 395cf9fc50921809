package com.globalbooking.availabilityreader;

import com.globalbooking.domain.AvailabilityStore;
import com.globalbooking.domain.ReadingAvailability;
import com.globalbooking.store.DynamoDbAvailabilityStore;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Joins ports and adapters. */
@Dependent
class Wiring {
  @Produces
  @Singleton
  AvailabilityStore availability(DynamoDbClient client, BookingConfig config) {
    return new DynamoDbAvailabilityStore(client, config.inventoryTable());
  }

  @Produces
  @Singleton
  ReadingAvailability reading(AvailabilityStore availability) {
    return new ReadingAvailability(availability);
  }
}
