package com.globalbooking.store;

import com.globalbooking.domain.RepairStore;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Repairs on DynamoDB: each is one {@code TransactWriteItems} under conditions on what was seen.
 */
public final class DynamoDbRepairStore implements RepairStore {
  private final RepairTransaction transaction;
  private final TransactionWriter writer;

  public DynamoDbRepairStore(DynamoDbClient client, TableNames tables) {
    this(new RepairTransaction(tables), TransactionWriter.on(client));
  }

  DynamoDbRepairStore(RepairTransaction transaction, TransactionWriter writer) {
    this.transaction = transaction;
    this.writer = writer;
  }

  @Override
  public Changed move(Move move) {
    return write(transaction.move(move));
  }

  @Override
  public Changed cancel(TwinCancellation cancellation) {
    return write(transaction.cancel(cancellation));
  }

  private Changed write(List<TransactWriteItem> items) {
    try {
      writer.write(items);
      return Changed.DONE;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream().anyMatch(Cancellation::failed)) {
        return Changed.OUTDATED;
      }
      if (e.cancellationReasons().stream().anyMatch(Cancellation::passes)) {
        return Changed.UNDECIDED;
      }
      throw e;
    } catch (SdkException e) {
      if (PassingFault.is(e)) {
        return Changed.UNDECIDED;
      }
      throw e;
    }
  }
}
