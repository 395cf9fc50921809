package com.globalbooking.stack.inventory;

import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TableGlobalSecondaryIndexArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.aws.dynamodb.inputs.TableTtlArgs;

/**
 * What all tables have: point-in-time recovery, encryption under the account's AWS-managed key, and
 * protection from deletion in production.
 */
final class TableShape {

  private TableShape() {}

  static TableArgs.Builder of(Names names, TableSchema schema) {
    String physicalName = names.table(schema.table());
    TableArgs.Builder builder =
        TableArgs.builder()
            .name(physicalName)
            .billingMode("PAY_PER_REQUEST")
            .hashKey(schema.key().partition())
            .attributes(schema.keyAttributes().stream().map(TableShape::attribute).toList())
            .globalSecondaryIndexes(schema.indexes().stream().map(TableShape::index).toList())
            .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder().enabled(true).build())
            .serverSideEncryption(TableServerSideEncryptionArgs.builder().enabled(true).build())
            .deletionProtectionEnabled(names.environment().isProduction())
            .tags(names.tags(physicalName));
    schema.key().sort().ifPresent(builder::rangeKey);
    schema.timeToLive().ifPresent(attribute -> builder.ttl(timeToLive(attribute)));
    return builder;
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
