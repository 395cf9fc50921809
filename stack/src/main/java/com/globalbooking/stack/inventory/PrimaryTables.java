package com.globalbooking.stack.inventory;

import com.globalbooking.stack.naming.Names;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The global tables, created here. Every other Region's stack adds and keeps its own replicas. */
public final class PrimaryTables extends ComponentResource implements GlobalTables {

  /**
   * @param keyArn key that the tables are encrypted under, when it is our own
   */
  public record Args(Names names, Optional<Output<String>> keyArn) {}

  private static final String TYPE = "global-booking:inventory:PrimaryTables";

  private final StreamedTable inventory;
  private final StreamedTable bookings;
  private final StreamedTable regions;

  /** Registers the tables. */
  public PrimaryTables(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);

    inventory = table(name + "-inventory", args, TableSchema.INVENTORY);
    bookings = table(name + "-bookings", args, TableSchema.BOOKINGS);
    regions = table(name + "-regions", args, TableSchema.REGIONS);
    registerOutputs(Map.of());
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

  @Override
  public List<Output<String>> kept() {
    return List.of(inventory.handle.arn(), bookings.handle.arn(), regions.handle.arn());
  }

  private StreamedTable table(String name, Args args, TableSchema schema) {
    return new StreamedTable(
        name,
        new StreamedTable.Args(args.names(), schema, args.keyArn()),
        ComponentResourceOptions.builder().parent(this).build());
  }
}
