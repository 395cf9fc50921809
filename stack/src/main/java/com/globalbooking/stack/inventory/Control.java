package com.globalbooking.stack.inventory;

import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import java.util.Optional;

/**
 * Small records that the functions of this Region steer by: circuits, cursors, how a property is
 * reached. Not replicated, and nobody waits for their changes.
 */
public final class Control extends ComponentResource {

  /**
   * @param keyArn key that the table is encrypted under, when it is our own
   */
  public record Args(Names names, Optional<Output<String>> keyArn) {}

  private static final String TYPE = "global-booking:inventory:Control";

  /** The table; it has no stream. */
  public final TableHandle table;

  /** Registers the table. */
  public Control(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);

    var created =
        new Table(
            name + "-table",
            TableShape.of(args.names(), TableSchema.CONTROL, args.keyArn()).build(),
            CustomResourceOptions.builder()
                .parent(this)
                .protect(args.names().environment().isProduction())
                .build());

    table =
        new TableHandle(
            created.name(), created.arn(), Output.of(""), TableSchema.CONTROL.indexNames());
    registerOutputs(Map.of("tableName", table.name()));
  }
}
