package com.globalbooking.stack.inventory;

import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Region;
import com.pulumi.aws.Provider;
import com.pulumi.aws.dynamodb.DynamodbFunctions;
import com.pulumi.aws.dynamodb.TableReplica;
import com.pulumi.aws.dynamodb.TableReplicaArgs;
import com.pulumi.aws.dynamodb.inputs.GetTableArgs;
import com.pulumi.aws.dynamodb.outputs.GetTableResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOutputOptions;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import java.util.Optional;

/**
 * A replica of a global table, with what is its own: recovery, protection, key and tags. Keys,
 * indexes and TTL follow from the primary table.
 */
final class ReplicaTable extends ComponentResource {

  /**
   * @param keyArn key of this Region that the replica is encrypted under, when it is our own;
   *     another one later replaces the replica
   */
  record Args(
      Names names,
      TableSchema schema,
      Account account,
      Region primary,
      Provider aws,
      Optional<Output<String>> keyArn) {}

  private static final String TYPE = "global-booking:inventory:ReplicaTable";

  final TableHandle handle;

  ReplicaTable(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    Names names = args.names();
    String physicalName = names.table(args.schema().table());
    boolean production = names.environment().isProduction();

    TableReplicaArgs.Builder replicaArgs =
        TableReplicaArgs.builder()
            .globalTableArn(args.account().tableArn(args.primary(), Output.of(physicalName)))
            .pointInTimeRecovery(true)
            .deletionProtectionEnabled(production)
            .tags(names.tags(physicalName));
    args.keyArn().ifPresent(replicaArgs::kmsKeyArn);
    var replica =
        new TableReplica(
            name,
            replicaArgs.build(),
            CustomResourceOptions.builder()
                .parent(this)
                .protect(production)
                // Either would replace the replica: another Region that has become the primary
                // one, and a class that AWS reports although nobody set it.
                .ignoreChanges("globalTableArn", "tableClassOverride")
                .build());
    // The resource does not tell its stream (hashicorp/terraform-provider-aws#43402).
    Output<String> streamArn =
        DynamodbFunctions.getTable(
                GetTableArgs.builder().name(physicalName).build(),
                new InvokeOutputOptions.Builder().provider(args.aws()).dependsOn(replica).build())
            .applyValue(GetTableResult::streamArn);

    handle =
        new TableHandle(
            Output.of(physicalName), replica.arn(), streamArn, args.schema().indexNames());
    registerOutputs(Map.of("tableArn", handle.arn(), "streamArn", streamArn));
  }
}
