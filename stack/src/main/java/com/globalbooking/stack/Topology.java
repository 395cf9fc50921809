package com.globalbooking.stack;

import com.globalbooking.contract.StackOutput;
import com.globalbooking.stack.booking.BookingApi;
import com.globalbooking.stack.configuration.Configuration;
import com.globalbooking.stack.functions.Fleet;
import com.globalbooking.stack.functions.FunctionTables;
import com.globalbooking.stack.inventory.GlobalTables;
import com.globalbooking.stack.inventory.Outbox;
import com.globalbooking.stack.inventory.PrimaryTables;
import com.globalbooking.stack.inventory.ReplicaTables;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.StackName;
import com.pulumi.Context;
import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.GetCallerIdentityArgs;
import com.pulumi.aws.outputs.GetCallerIdentityResult;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResourceOptions;

/**
 * A Region, component by component:
 *
 * <pre>
 *   guests ──▶ booking API ──▶ functions ──▶ inventory, bookings (global tables)
 *                                       └──▶ outbox (this Region's)
 * </pre>
 */
public final class Topology {

  private Topology() {}

  /**
   * Registers everything a Region consists of and exports the outputs named in {@link StackOutput}.
   *
   * @throws com.pulumi.exceptions.RunException when the configuration is wrong or a package has not
   *     been built; the message says what to do
   */
  public static void define(Context context) {
    Configuration configuration = Configuration.of(context.stackName(), context.config()::get);
    Names names = configuration.names();

    // The stack's name decides the Region, so that one configuration file serves all Regions.
    var aws = new Provider("aws", ProviderArgs.builder().region(names.region().value()).build());
    ComponentResourceOptions options = ComponentResourceOptions.builder().providers(aws).build();
    Account account = account(aws);

    GlobalTables tables =
        switch (configuration.role()) {
          case PRIMARY ->
              new PrimaryTables(
                  "tables", new PrimaryTables.Args(names, configuration.regions()), options);
          case REPLICA ->
              new ReplicaTables(
                  "tables",
                  new ReplicaTables.Args(names, account, primaryStack(context, configuration)),
                  options);
        };
    var outbox = new Outbox("outbox", new Outbox.Args(names), options);

    var fleet =
        new Fleet(
            "functions",
            new Fleet.Args(
                names,
                account,
                configuration.regions(),
                configuration.functions(),
                new FunctionTables(tables.inventory(), tables.bookings(), outbox.table),
                configuration.logRetentionDays()),
            options);

    var bookingApi =
        new BookingApi(
            "booking-api",
            new BookingApi.Args(
                names,
                fleet.functions,
                configuration.tokenIssuer(),
                configuration.throttling(),
                configuration.corsAllowOrigins(),
                configuration.logRetentionDays()),
            options);

    context.export(StackOutput.REGION, names.region().value());
    context.export(StackOutput.ROLE, configuration.role().value());
    context.export(StackOutput.API_ENDPOINT, bookingApi.endpoint);
    context.export(StackOutput.INVENTORY_TABLE_NAME, tables.inventory().name());
    context.export(StackOutput.BOOKINGS_TABLE_NAME, tables.bookings().name());
    context.export(StackOutput.OUTBOX_TABLE_NAME, outbox.table.name());
    context.export(StackOutput.INVENTORY_STREAM_ARN, tables.inventory().streamArn());
    context.export(StackOutput.BOOKINGS_STREAM_ARN, tables.bookings().streamArn());
    context.export(StackOutput.OUTBOX_STREAM_ARN, outbox.table.streamArn());
    context.export(StackOutput.FUNCTION_ARNS, fleet.functionArns);
    if (tables instanceof PrimaryTables primary) {
      context.export(StackOutput.INVENTORY_STREAM_ARNS, primary.inventoryStreamArns);
      context.export(StackOutput.BOOKINGS_STREAM_ARNS, primary.bookingsStreamArns);
    }
  }

  private static Account account(Provider aws) {
    return new Account(
        AwsFunctions.getCallerIdentity(
                GetCallerIdentityArgs.Empty, InvokeOptions.builder().provider(aws).build())
            .applyValue(GetCallerIdentityResult::accountId));
  }

  private static String primaryStack(Context context, Configuration configuration) {
    var primary =
        new StackName(configuration.stack().environment(), configuration.regions().primary());
    return context.organizationName() + "/" + context.projectName() + "/" + primary;
  }
}
