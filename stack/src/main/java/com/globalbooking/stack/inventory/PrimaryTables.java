package com.globalbooking.stack.inventory;

import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Regions;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;

/** The global tables, created here with a replica in every other Region. */
public final class PrimaryTables extends ComponentResource implements GlobalTables {

  /**
   * @param regions the Regions that get a copy; this stack's is the primary one
   */
  public record Args(Names names, Regions regions) {

    /**
     * @throws IllegalArgumentException when the Region of the names is not the primary one
     */
    public Args {
      if (!names.region().equals(regions.primary())) {
        throw new IllegalArgumentException(names.region() + " is not the primary Region");
      }
    }
  }

  private static final String TYPE = "global-booking:inventory:PrimaryTables";

  private final StreamedTable inventory;
  private final StreamedTable bookings;
  private final StreamedTable regions;

  /** The inventory table's stream in each Region, by Region. */
  public final Output<Map<String, String>> inventoryStreamArns;

  /** The bookings table's stream in each Region, by Region. */
  public final Output<Map<String, String>> bookingsStreamArns;

  /** The regions table's stream in each Region, by Region. */
  public final Output<Map<String, String>> regionsStreamArns;

  /** Registers the tables. */
  public PrimaryTables(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);

    inventory = table(name + "-inventory", args, TableSchema.INVENTORY);
    bookings = table(name + "-bookings", args, TableSchema.BOOKINGS);
    regions = table(name + "-regions", args, TableSchema.REGIONS);

    inventoryStreamArns = inventory.streamArns;
    bookingsStreamArns = bookings.streamArns;
    regionsStreamArns = regions.streamArns;
    registerOutputs(
        Map.of(
            "inventoryStreamArns", inventoryStreamArns,
            "bookingsStreamArns", bookingsStreamArns));
  }

  @Override
  public TableHandle inventory() {
    return inventory.handle;
  }

  @Override
  public TableHandle bookings() {
    return bookings.handle;
  }

  @Override
  public TableHandle regions() {
    return regions.handle;
  }

  private StreamedTable table(String name, Args args, TableSchema schema) {
    return new StreamedTable(
        name,
        new StreamedTable.Args(
            args.names(), schema, args.regions().otherThan(args.regions().primary())),
        ComponentResourceOptions.builder().parent(this).build());
  }
}
