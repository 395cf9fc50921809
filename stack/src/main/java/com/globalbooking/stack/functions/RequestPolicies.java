package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.access.Statement;
import com.globalbooking.stack.naming.Region;
import com.pulumi.core.Output;
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

  /**
   * Reads and writes as the functions that sell do, and says so in its Region's name only.
   * Composite alarms are told <a
   * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html">to
   * nobody whose right is narrower than all alarms</a>.
   */
  List<Statement> regionHealth(Region own) {
    return List.of(
        new Statement(
            "ProbeReading",
            List.of("dynamodb:GetItem"),
            List.of(tables.inventory().arn(), tables.bookings().arn(), tables.regions().arn())),
        new Statement("ProbeWriting", List.of("dynamodb:PutItem"), List.of(tables.control().arn())),
        new Statement(
            "HearTheOthers", List.of("dynamodb:BatchGetItem"), List.of(tables.regions().arn())),
        new Statement("Beat", List.of("dynamodb:UpdateItem"), List.of(tables.regions().arn()))
            .when(
                "ForAllValues:StringEquals",
                "dynamodb:LeadingKeys",
                List.of(Output.of(own.value()))),
        new Statement(
            "AskAboutGuests", List.of("cloudwatch:DescribeAlarms"), List.of(Output.of("*"))));
  }

  private Statement recordEvents() {
    return new Statement(
        "RecordEvents", List.of("dynamodb:PutItem"), List.of(tables.outbox().arn()));
  }
}
