package com.globalbooking.stack.inventory;

/**
 * This Region's copies of the global tables. One stack creates a global table with all its
 * replicas, because DynamoDB manages them as one thing; the others find what was created for them.
 */
public sealed interface GlobalTables permits PrimaryTables, ReplicaTables {

  /** Allotments per room-night and owner Region. */
  TableHandle inventory();

  /** Bookings. */
  TableHandle bookings();

  /** What Regions say of themselves to the others. */
  TableHandle regions();
}
