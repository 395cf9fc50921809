package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.access.Statement;
import java.util.List;

/** What functions behind the API may do. */
final class RequestPolicies {

  private final FunctionTables tables;
  private final Grants grants;

  RequestPolicies(FunctionSurroundings surroundings) {
    this.tables = surroundings.tables();
    this.grants = new Grants(surroundings);
  }

  List<Statement> bookingHandler() {
    return List.of(
        new Statement(
            "SellAndReadNights",
            List.of("dynamodb:BatchGetItem", "dynamodb:UpdateItem"),
            List.of(tables.inventory().arn())),
        new Statement(
            "InsertAndReadBookings",
            List.of("dynamodb:ConditionCheckItem", "dynamodb:PutItem", "dynamodb:Query"),
            List.of(tables.bookings().arn())),
        recordEvents());
  }

  List<Statement> inventoryLoader() {
    return List.of(
        new Statement(
            "SetAllotments",
            List.of("dynamodb:BatchGetItem", "dynamodb:UpdateItem"),
            List.of(tables.inventory().arn())),
        recordEvents());
  }

  List<Statement> availabilityReader() {
    return List.of(
        new Statement(
            "SearchProperty", List.of("dynamodb:Query"), List.of(grants.inventoryByProperty())),
        grants.connectToCache(Function.AVAILABILITY_READER));
  }

  List<Statement> regionHealth() {
    return List.of();
  }

  private Statement recordEvents() {
    return new Statement(
        "RecordEvents", List.of("dynamodb:PutItem"), List.of(tables.outbox().arn()));
  }
}
