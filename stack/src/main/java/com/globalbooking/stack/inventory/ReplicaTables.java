package com.globalbooking.stack.inventory;

import com.globalbooking.contract.StackOutput;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.StackReference;
import com.pulumi.resources.StackReferenceArgs;
import java.util.Map;

/** The replicas of the global tables in this Region, which the primary stack has created. */
public final class ReplicaTables extends ComponentResource implements GlobalTables {

  /**
   * @param primaryStack full name of the primary Region's stack: organisation, project, stack
   */
  public record Args(Names names, Account account, String primaryStack) {}

  private static final String TYPE = "global-booking:inventory:ReplicaTables";

  private final TableHandle inventory;
  private final TableHandle bookings;
  private final TableHandle regions;

  /**
   * Looks the replicas up; the deployment fails with a sentence when the primary stack has not
   * created them yet.
   */
  public ReplicaTables(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);

    var primary =
        new StackReference(
            name + "-primary",
            StackReferenceArgs.builder().name(args.primaryStack()).build(),
            CustomResourceOptions.builder().parent(this).build());

    inventory = replica(args, TableSchema.INVENTORY, primary, StackOutput.INVENTORY_STREAM_ARNS);
    bookings = replica(args, TableSchema.BOOKINGS, primary, StackOutput.BOOKINGS_STREAM_ARNS);
    regions = replica(args, TableSchema.REGIONS, primary, StackOutput.REGIONS_STREAM_ARNS);
    registerOutputs(
        Map.of(
            "inventoryStreamArn", inventory.streamArn(),
            "bookingsStreamArn", bookings.streamArn()));
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

  private static TableHandle replica(
      Args args, TableSchema schema, StackReference primary, String streamArns) {
    Output<String> physicalName = Output.of(args.names().table(schema.table()));
    return new TableHandle(
        physicalName,
        args.account().tableArn(args.names().region(), physicalName),
        primary
            .requireOutput(streamArns)
            .applyValue(streams -> streamOfThisRegion(args, streamArns, streams)));
  }

  private static String streamOfThisRegion(Args args, String output, Object streams) {
    String region = args.names().region().value();
    if (streams instanceof Map<?, ?> byRegion && byRegion.get(region) instanceof String arn) {
      return arn;
    }
    throw new RunException(
        "The output %s of %s has no stream for %s: name the Region in global-booking:regions and"
                .formatted(output, args.primaryStack(), region)
            + " deploy the primary stack first.");
  }
}
