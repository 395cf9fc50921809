package com.globalbooking.stack.functions;

import com.globalbooking.contract.BookingsTable;
import com.globalbooking.contract.Function;
import com.globalbooking.contract.InventoryTable;
import com.globalbooking.stack.access.Statement;
import com.globalbooking.stack.messaging.QueueHandle;
import com.pulumi.core.Output;
import java.util.List;

/** Statements that several functions need. */
final class Grants {

  private final FunctionSurroundings surroundings;

  Grants(FunctionSurroundings surroundings) {
    this.surroundings = surroundings;
  }

  Output<String> inventoryByProperty() {
    return index(surroundings.tables().inventory().arn(), InventoryTable.PROPERTY_INDEX);
  }

  Output<String> bookingsByProperty() {
    return index(surroundings.tables().bookings().arn(), BookingsTable.PROPERTY_STAY_INDEX);
  }

  /** Logging in takes a right on the cache and one on the user. */
  Statement connectToCache(Function function) {
    FunctionCache cache = surroundings.cache();
    return new Statement(
        "ConnectToCache",
        List.of("elasticache:Connect"),
        List.of(cache.arn(), cache.user(function).arn()));
  }

  /**
   * Lambda reads a stream in the name of the function, and sends what is not worked off in time to
   * the dead-letter queue. Listing streams has no resource to name.
   */
  List<Statement> readStream(Output<String> streamArn) {
    return List.of(
        new Statement(
            "ReadStream",
            List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"),
            List.of(streamArn)),
        new Statement("FindStream", List.of("dynamodb:ListStreams"), List.of(Output.of("*"))));
  }

  /** Lambda receives and deletes messages in the name of the function. */
  Statement receive(Function function) {
    return new Statement(
        "Receive",
        List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
        sources(function));
  }

  List<Output<String>> sources(Function function) {
    return surroundings.messaging().sources(function).stream().map(QueueHandle::arn).toList();
  }

  Statement sendDeadLetters(Function function) {
    return send("SendDeadLetters", surroundings.messaging().deadLetters(function));
  }

  static Statement send(String sid, QueueHandle queue) {
    return new Statement(sid, List.of("sqs:SendMessage"), List.of(queue.arn()));
  }

  private static Output<String> index(Output<String> tableArn, String index) {
    return Output.format("%s/index/%s", tableArn, index);
  }
}
