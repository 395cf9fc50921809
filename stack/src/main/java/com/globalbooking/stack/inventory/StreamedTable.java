package com.globalbooking.stack.inventory;

import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import java.util.Optional;

/** A table whose changes can be read: with a stream of old and new images. */
final class StreamedTable extends ComponentResource {

  /**
   * @param keyArn key that the table is encrypted under, when it is our own
   */
  record Args(Names names, TableSchema schema, Optional<Output<String>> keyArn) {}

  private static final String TYPE = "global-booking:inventory:StreamedTable";

  final TableHandle handle;

  StreamedTable(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    Names names = args.names();

    var table =
        new Table(
            name,
            TableShape.of(names, args.schema(), args.keyArn())
                .streamEnabled(true)
                .streamViewType("NEW_AND_OLD_IMAGES")
                .build(),
            CustomResourceOptions.builder()
                .parent(this)
                .protect(names.environment().isProduction())
                // Other Regions' stacks add their replicas, the provider finds them here, and an
                // update that did not ignore them would delete them as not declared
                // (hashicorp/terraform-provider-aws#38968).
                .ignoreChanges("replicas")
                .build());

    handle =
        new TableHandle(table.name(), table.arn(), table.streamArn(), args.schema().indexNames());
    registerOutputs(
        Map.of(
            "tableName", handle.name(), "tableArn", handle.arn(), "streamArn", handle.streamArn()));
  }
}
