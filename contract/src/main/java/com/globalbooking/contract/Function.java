package com.globalbooking.contract;

import static com.globalbooking.contract.EnvironmentVariable.BOOKING_BOOKINGS_TABLE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_HOME_REGION;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_INVENTORY_TABLE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_OUTBOX_TABLE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_REGIONS;

import java.util.Set;

/** The fleet: each function by its id, and exactly the environment variables it reads. */
public enum Function {
  /** Books a stay and reads bookings. */
  BOOKING_HANDLER(
      "booking-handler",
      Set.of(
          BOOKING_INVENTORY_TABLE, BOOKING_BOOKINGS_TABLE, BOOKING_OUTBOX_TABLE, BOOKING_REGIONS)),
  /** Takes allotments from hotels. */
  INVENTORY_LOADER(
      "inventory-loader", Set.of(BOOKING_INVENTORY_TABLE, BOOKING_REGIONS, BOOKING_HOME_REGION)),
  /** Answers what is free at a property. */
  AVAILABILITY_READER("availability-reader", Set.of(BOOKING_INVENTORY_TABLE));

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of(...) is immutable
  private final Set<EnvironmentVariable> environment;

  Function(String id, Set<EnvironmentVariable> environment) {
    this.id = id;
    this.environment = environment;
  }

  /** The function's name in the repository ({@code lambdas/<id>}), in the stack and in the docs. */
  public String id() {
    return id;
  }

  /** The environment variables that the stack sets and the function reads, no more, no fewer. */
  public Set<EnvironmentVariable> environment() {
    return environment;
  }
}
