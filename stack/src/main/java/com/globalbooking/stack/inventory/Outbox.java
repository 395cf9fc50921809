package com.globalbooking.stack.inventory;

import com.globalbooking.stack.naming.Names;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;
import java.util.Optional;

/**
 * Events of this Region, on their way out. Not replicated: each Region publishes what it decided,
 * once.
 */
public final class Outbox extends ComponentResource {

  /**
   * @param keyArn key that the table is encrypted under, when it is our own
   */
  public record Args(Names names, Optional<Output<String>> keyArn) {}

  private static final String TYPE = "global-booking:inventory:Outbox";

  /** The table. */
  public final TableHandle table;

  /** Registers the table. */
  public Outbox(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);

    table =
        new StreamedTable(
                name + "-table",
                new StreamedTable.Args(args.names(), TableSchema.OUTBOX, args.keyArn()),
                ComponentResourceOptions.builder().parent(this).build())
            .handle;

    registerOutputs(Map.of("tableName", table.name(), "streamArn", table.streamArn()));
  }
}
