package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.InventoryTable;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;

/**
 * What each function may do, no more and no less than it uses (invariant {@code GrantedIsUsed}).
 *
 * <p>A transaction needs no action of its own: IAM asks for the action of each of its parts on the
 * table of that part.
 */
final class FunctionPolicies {

  private final FunctionTables tables;

  FunctionPolicies(FunctionTables tables) {
    this.tables = tables;
  }

  /**
   * The statements of a function.
   *
   * @param logGroupArn its own log group
   * @param sisters the same function in the other Regions; none when there is one Region only
   */
  List<Statement> of(Function function, Output<String> logGroupArn, List<Output<String>> sisters) {
    List<Statement> statements = new ArrayList<>(work(function));
    if (forwards(function) && !sisters.isEmpty()) {
      statements.add(
          new Statement("ForwardToOwnerRegion", List.of("lambda:InvokeFunction"), sisters));
    }
    statements.add(logs(logGroupArn));
    statements.add(traces());
    return statements;
  }

  private List<Statement> work(Function function) {
    return switch (function) {
      case BOOKING_HANDLER ->
          List.of(
              new Statement(
                  "SellAndReadNights",
                  List.of("dynamodb:BatchGetItem", "dynamodb:UpdateItem"),
                  List.of(tables.inventory().arn())),
              new Statement(
                  "InsertAndReadBookings",
                  List.of("dynamodb:ConditionCheckItem", "dynamodb:PutItem", "dynamodb:Query"),
                  List.of(tables.bookings().arn())),
              new Statement(
                  "RecordEvents", List.of("dynamodb:PutItem"), List.of(tables.outbox().arn())));
      case INVENTORY_LOADER ->
          List.of(
              new Statement(
                  "SetAllotments",
                  List.of("dynamodb:BatchGetItem", "dynamodb:UpdateItem"),
                  List.of(tables.inventory().arn())));
      case AVAILABILITY_READER ->
          List.of(
              new Statement(
                  "SearchProperty",
                  List.of("dynamodb:Query"),
                  List.of(
                      Output.format(
                          "%s/index/%s",
                          tables.inventory().arn(), InventoryTable.PROPERTY_INDEX))));
    };
  }

  /** Whether a request may have to be decided by another Region. */
  private static boolean forwards(Function function) {
    return switch (function) {
      case BOOKING_HANDLER, INVENTORY_LOADER -> true;
      case AVAILABILITY_READER -> false;
    };
  }

  private static Statement logs(Output<String> logGroupArn) {
    return new Statement(
        "WriteOwnLogs",
        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
        List.of(Output.format("%s:*", logGroupArn)));
  }

  /** X-Ray has no resources to name: {@code *} is all that it takes. */
  private static Statement traces() {
    return new Statement(
        "SendTraces",
        List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"),
        List.of(Output.of("*")));
  }
}
