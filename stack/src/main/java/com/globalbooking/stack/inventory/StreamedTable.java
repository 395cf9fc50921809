package com.globalbooking.stack.inventory;

import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Region;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TableGlobalSecondaryIndexArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableReplicaArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.aws.dynamodb.inputs.TableTtlArgs;
import com.pulumi.aws.dynamodb.outputs.TableReplica;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table whose changes can be read and undone: stream of old and new images, point-in-time
 * recovery, encryption under the account's AWS-managed key, and protection from deletion in
 * production.
 */
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
            tableArgs(args, production),
            CustomResourceOptions.builder().parent(this).protect(production).build());

    handle = new TableHandle(table.name(), table.arn(), table.streamArn());
    streamArns =
        Output.tuple(table.streamArn(), table.replicas())
            .applyValue(streams -> byRegion(names.region(), streams.t1, streams.t2));
    registerOutputs(
        Map.of("tableName", handle.name(), "tableArn", handle.arn(), "streamArns", streamArns));
  }

  private static TableArgs tableArgs(Args args, boolean production) {
    TableSchema schema = args.schema();
    String physicalName = args.names().table(schema.table());
    TableArgs.Builder builder =
        TableArgs.builder()
            .name(physicalName)
            .billingMode("PAY_PER_REQUEST")
            .hashKey(schema.key().partition())
            .attributes(schema.keyAttributes().stream().map(StreamedTable::attribute).toList())
            .globalSecondaryIndexes(schema.indexes().stream().map(StreamedTable::index).toList())
            .streamEnabled(true)
            .streamViewType("NEW_AND_OLD_IMAGES")
            .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder().enabled(true).build())
            .serverSideEncryption(TableServerSideEncryptionArgs.builder().enabled(true).build())
            .deletionProtectionEnabled(production)
            .replicas(args.replicas().stream().map(StreamedTable::replica).toList())
            .tags(args.names().tags(physicalName));
    schema.key().sort().ifPresent(builder::rangeKey);
    schema.timeToLive().ifPresent(attribute -> builder.ttl(timeToLive(attribute)));
    return builder.build();
  }

  private static TableAttributeArgs attribute(String name) {
    return TableAttributeArgs.builder().name(name).type("S").build();
  }

  private static TableGlobalSecondaryIndexArgs index(TableSchema.Index index) {
    TableGlobalSecondaryIndexArgs.Builder builder =
        TableGlobalSecondaryIndexArgs.builder()
            .name(index.name())
            .hashKey(index.key().partition())
            .projectionType(index.projection().name());
    index.key().sort().ifPresent(builder::rangeKey);
    return builder.build();
  }

  private static TableTtlArgs timeToLive(String attribute) {
    return TableTtlArgs.builder().enabled(true).attributeName(attribute).build();
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
