package com.globalbooking.local.resources;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The request for a table that is like another: what a replica takes from its main table. */
final class TableCopy {
  private TableCopy() {}

  static CreateTableRequest of(TableDescription table) {
    var request =
        CreateTableRequest.builder()
            .tableName(table.tableName())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(table.keySchema())
            .attributeDefinitions(table.attributeDefinitions())
            .streamSpecification(table.streamSpecification());
    List<GlobalSecondaryIndex> indexes =
        table.globalSecondaryIndexes().stream()
            .map(
                index ->
                    GlobalSecondaryIndex.builder()
                        .indexName(index.indexName())
                        .keySchema(index.keySchema())
                        .projection(index.projection())
                        .build())
            .toList();
    if (!indexes.isEmpty()) {
      request.globalSecondaryIndexes(indexes);
    }
    return request.build();
  }
}
