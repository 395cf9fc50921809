package com.globalbooking.stack.network;

import static com.globalbooking.contract.EnvironmentVariable.BOOKING_AUDIT_DATABASE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_AUDIT_MASTER_SECRET;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_AUDIT_READER_SECRET;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_AUDIT_WRITER_SECRET;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_BOOKINGS_TABLE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_CACHE_ENDPOINT;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_CONTROL_TABLE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_DEAD_LETTER_QUEUE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_INVENTORY_TABLE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_PMS_SECRET;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_REGIONS;

import com.globalbooking.contract.EnvironmentVariable;
import com.globalbooking.contract.Function;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What functions in the VPC call. Whether one does follows from the names that it is given: a
 * function that is told the cache's address reaches the cache, and no other does.
 */
enum Destination {
  /** Redis. */
  CACHE(6379, Set.of(BOOKING_CACHE_ENDPOINT)),
  /** MySQL. */
  DATABASE(3306, Set.of(BOOKING_AUDIT_DATABASE)),
  /** Secrets Manager and SQS, through interface endpoints. */
  ENDPOINTS(
      443,
      Set.of(
          BOOKING_AUDIT_MASTER_SECRET,
          BOOKING_AUDIT_WRITER_SECRET,
          BOOKING_AUDIT_READER_SECRET,
          BOOKING_PMS_SECRET,
          BOOKING_DEAD_LETTER_QUEUE)),
  /** DynamoDB, through its gateway endpoint. */
  TABLES(443, Set.of(BOOKING_INVENTORY_TABLE, BOOKING_BOOKINGS_TABLE, BOOKING_CONTROL_TABLE)),
  /** Tables of other Regions, and PMS of hotels, whose calls are signed with a key. */
  INTERNET(443, Set.of(BOOKING_REGIONS, BOOKING_PMS_SECRET));

  private final int port;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of(...) is immutable
  private final Set<EnvironmentVariable> names;

  Destination(int port, Set<EnvironmentVariable> names) {
    this.port = port;
    this.names = names;
  }

  int port() {
    return port;
  }

  /** Whether a function calls it. */
  boolean isCalledBy(Function function) {
    return !Collections.disjoint(function.environment(), names);
  }

  /**
   * Functions that stand in the VPC: those who call what can only be reached there, and where there
   * is a way out those who call hotels, so that hotels see few addresses, always the same.
   */
  static List<Function> insiders(boolean wayOut) {
    return Arrays.stream(Function.values())
        .filter(
            function ->
                CACHE.isCalledBy(function)
                    || DATABASE.isCalledBy(function)
                    || (wayOut && function.environment().contains(BOOKING_PMS_SECRET)))
        .toList();
  }

  /** What a function in the VPC calls. */
  static List<Destination> of(Function function) {
    return Arrays.stream(values()).filter(destination -> destination.isCalledBy(function)).toList();
  }
}
