package com.globalbooking.stack.inventory;

import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Region;
import com.pulumi.aws.Provider;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** This Region's replicas of the global tables, which it creates and keeps itself. */
public final class ReplicaTables extends ComponentResource implements GlobalTables {

  /**
   * @param primary the Region whose stack has created the tables
   * @param aws by which the streams of the replicas are looked up
   * @param keyArn key of this Region that the replicas are encrypted under, when it is our own
   */
  public record Args(
      Names names, Account account, Region primary, Provider aws, Optional<Output<String>> keyArn) {

    /**
     * @throws IllegalArgumentException when this Region is the primary one
     */
    public Args {
      if (names.region().equals(primary)) {
        throw new IllegalArgumentException(primary + " cannot have a replica of its own tables");
      }
    }
  }

  private static final String TYPE = "global-booking:inventory:ReplicaTables";

  private final TableHandle inventory;
  private final TableHandle bookings;
  private final TableHandle regions;

  /** Registers the replicas; AWS refuses them while the primary stack has not been deployed. */
  public ReplicaTables(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);

    inventory = replica(name + "-inventory", args, TableSchema.INVENTORY);
    bookings = replica(name + "-bookings", args, TableSchema.BOOKINGS);
    regions = replica(name + "-regions", args, TableSchema.REGIONS);
    registerOutputs(Map.of());
  }

  @Override
  public TableHandle inventory() {
    return inventory;
  }

  @Override
  public TableHandle bookings() {
    return bookings;
  }

  @Override
  public TableHandle regions() {
    return regions;
  }

  @Override
  public List<Output<String>> kept() {
    return List.of();
  }

  private TableHandle replica(String name, Args args, TableSchema schema) {
    return new ReplicaTable(
            name,
            new ReplicaTable.Args(
                args.names(), schema, args.account(), args.primary(), args.aws(), args.keyArn()),
            ComponentResourceOptions.builder().parent(this).build())
        .handle;
  }
}
