package com.globalbooking.stack.inventory;

import com.pulumi.core.Output;
import java.util.List;

/**
 * This Region's copies of the global tables. What makes the primary Region special is this: its
 * stack creates the tables, the others' stacks add replicas to them.
 */
public sealed interface GlobalTables permits PrimaryTables, ReplicaTables {

  /** Allotments per room-night and owner Region. */
  TableHandle inventory();

  /** Bookings. */
  TableHandle bookings();

  /** What Regions say of themselves to the others. */
  TableHandle regions();

  /** ARNs of what this stack alone keeps: a replica is kept by the stack of the primary table. */
  List<Output<String>> kept();
}
