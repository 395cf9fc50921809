package com.globalbooking.store;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Writes all items or none; a seam, so that a test can show what happens when it does not. */
@FunctionalInterface
interface TransactionWriter {
  void write(List<TransactWriteItem> items);

  static TransactionWriter on(DynamoDbClient client) {
    return items -> client.transactWriteItems(request -> request.transactItems(items));
  }
}
