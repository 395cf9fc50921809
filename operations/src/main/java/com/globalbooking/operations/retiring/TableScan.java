package com.globalbooking.operations.retiring;

import com.globalbooking.contract.BookingsTable;
import com.globalbooking.contract.InventoryTable;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.operations.environments.Outputs;
import com.globalbooking.operations.smoke.SmokeProperty;
import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * Reads both global tables from end to end, in the Region that is to go: no index leads from a
 * Region to what is its own, and a Region is retired once.
 */
public final class TableScan implements OwnData {
  private static final String CANCELLED = "CANCELLED";

  private final DynamoDbClient dynamoDb;

  public TableScan(DynamoDbClient dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  private record Count(long items, String last) {}

  @Override
  public Found of(Outputs region, LocalDate today) {
    String name = region.stack().region();
    Count allotments =
        count(
            region.text(StackOutput.INVENTORY_TABLE_NAME),
            "#owner = :region AND #night >= :today AND #property <> :smoke"
                + " AND (#allotted > :none OR #reserved > :none)",
            Map.of(
                "#owner", InventoryTable.OWNER_REGION,
                "#night", InventoryTable.STAY_DATE,
                "#property", InventoryTable.PROPERTY_ID,
                "#allotted", InventoryTable.ALLOTTED_UNITS,
                "#reserved", InventoryTable.RESERVED_UNITS),
            Map.of(
                ":region", text(name),
                ":today", text(today.toString()),
                ":smoke", text(SmokeProperty.ID),
                ":none", AttributeValue.fromN("0")),
            InventoryTable.STAY_DATE);
    Count bookings =
        count(
            region.text(StackOutput.BOOKINGS_TABLE_NAME),
            "#owner = :region AND #end > :today AND #property <> :smoke AND #status <> :cancelled",
            Map.of(
                "#owner", BookingsTable.DECIDING_REGION,
                "#end", BookingsTable.CHECK_OUT,
                "#property", BookingsTable.PROPERTY_ID,
                "#status", BookingsTable.STATUS),
            Map.of(
                ":region", text(name),
                ":today", text(today.toString()),
                ":smoke", text(SmokeProperty.ID),
                ":cancelled", text(CANCELLED)),
            BookingsTable.CHECK_OUT);
    return new Found(
        allotments.items(), bookings.items(), later(allotments.last(), bookings.last()));
  }

  private Count count(
      String table,
      String filter,
      Map<String, String> names,
      Map<String, AttributeValue> values,
      String date) {
    long items = 0;
    String last = "";
    var request =
        ScanRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .filterExpression(filter)
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .build();
    for (Map<String, AttributeValue> item : dynamoDb.scanPaginator(request).items()) {
      items++;
      AttributeValue value = item.get(date);
      if (value != null && value.s() != null) {
        last = later(last, value.s());
      }
    }
    return new Count(items, last);
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static String later(String one, String other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
