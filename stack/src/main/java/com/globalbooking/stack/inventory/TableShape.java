package com.globalbooking.stack.inventory;

import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TableGlobalSecondaryIndexArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.aws.dynamodb.inputs.TableTtlArgs;
import com.pulumi.core.Output;
import java.util.Optional;

/**
 * What all tables have: point-in-time recovery, encryption under a key of the account, and
 * protection from deletion in production.
 */
final class TableShape {

  private TableShape() {}

  static TableArgs.Builder of(Names names, TableSchema schema, Optional<Output<String>> keyArn) {
    String physicalName = names.table(schema.table());
    TableArgs.Builder builder =
        TableArgs.builder()
            .name(physicalName)
            .billingMode("PAY_PER_REQUEST")
            .hashKey(schema.key().partition())
            .attributes(schema.keyAttributes().stream().map(TableShape::attribute).toList())
            .globalSecondaryIndexes(schema.indexes().stream().map(TableShape::index).toList())
            .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder().enabled(true).build())
            .serverSideEncryption(encryption(keyArn))
            .deletionProtectionEnabled(names.environment().isProduction())
            .tags(names.tags(physicalName));
    schema.key().sort().ifPresent(builder::rangeKey);
    schema.timeToLive().ifPresent(attribute -> builder.ttl(timeToLive(attribute)));
    return builder;
  }

  /** Without a key of our own, under the one that AWS keeps in the account. */
  private static TableServerSideEncryptionArgs encryption(Optional<Output<String>> keyArn) {
    TableServerSideEncryptionArgs.Builder builder =
        TableServerSideEncryptionArgs.builder().enabled(true);
    keyArn.ifPresent(builder::kmsKeyArn);
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
}
