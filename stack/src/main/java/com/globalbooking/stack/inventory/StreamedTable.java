package com.globalbooking.stack.inventory;

import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Region;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.inputs.TableReplicaArgs;
import com.pulumi.aws.dynamodb.outputs.TableReplica;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table whose changes can be read: with a stream of old and new images. */
final class StreamedTable extends ComponentResource {

  /**
   * @param replicas other Regions that hold a copy; none makes the table Regional
   */
  record Args(Names names, TableSchema schema, List<Region> replicas) {
    Args {
      replicas = List.copyOf(replicas);
    }
  }

  private static final String TYPE = "global-booking:inventory:StreamedTable";

  final TableHandle handle;

  /** The stream of each copy, by Region, this one included. */
  final Output<Map<String, String>> streamArns;

  StreamedTable(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    Names names = args.names();
    boolean production = names.environment().isProduction();

    var table =
        new Table(
            name,
            TableShape.of(names, args.schema())
                .streamEnabled(true)
                .streamViewType("NEW_AND_OLD_IMAGES")
                .replicas(args.replicas().stream().map(StreamedTable::replica).toList())
                .build(),
            CustomResourceOptions.builder().parent(this).protect(production).build());

    handle = new TableHandle(table.name(), table.arn(), table.streamArn());
    streamArns =
        Output.tuple(table.streamArn(), table.replicas())
            .applyValue(streams -> byRegion(names.region(), streams.t1, streams.t2));
    registerOutputs(
        Map.of("tableName", handle.name(), "tableArn", handle.arn(), "streamArns", streamArns));
  }

  private static TableReplicaArgs replica(Region region) {
    return TableReplicaArgs.builder()
        .regionName(region.value())
        .pointInTimeRecovery(true)
        .propagateTags(true)
        .build();
  }

  private static Map<String, String> byRegion(
      Region own, String ownStreamArn, Optional<List<TableReplica>> replicas) {
    Map<String, String> streams = new LinkedHashMap<>();
    streams.put(own.value(), ownStreamArn);
    for (TableReplica replica : replicas.orElse(List.of())) {
      replica.streamArn().ifPresent(arn -> streams.put(replica.regionName(), arn));
    }
    return streams;
  }
}
