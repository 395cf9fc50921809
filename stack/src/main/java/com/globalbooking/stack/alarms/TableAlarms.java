package com.globalbooking.stack.alarms;

import com.globalbooking.stack.functions.FunctionTables;
import com.globalbooking.stack.inventory.TableHandle;
import com.globalbooking.stack.naming.Region;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Alarms of DynamoDB: what it refuses, what it fails at, and how far its replicas are behind. */
final class TableAlarms {

  private static final String NAMESPACE = "AWS/DynamoDB";
  private static final String TABLE = "TableName";

  private static final int REPLICATION_MILLIS_MAX = 10_000;
  private static final int CONFLICTS_PER_MINUTE_MAX = 600;

  /** Four fifths of what AWS lets one on-demand table write, 40,000 units a second by default. */
  private static final double UNITS_PER_MINUTE_MAX = 0.8 * 40_000 * 60;

  private TableAlarms() {}

  static List<Alarm> of(FunctionTables tables, List<Region> otherRegions) {
    List<Alarm> alarms = new ArrayList<>();
    tables
        .byId()
        .forEach(
            (id, table) -> {
              alarms.add(throttled(id, "write", "WriteThrottleEvents", Map.of(), table));
              alarms.add(throttled(id, "read", "ReadThrottleEvents", Map.of(), table));
              table
                  .indexes()
                  .forEach(
                      index ->
                          alarms.add(
                              throttled(
                                  id + "-" + index,
                                  "write",
                                  "WriteThrottleEvents",
                                  Map.of("GlobalSecondaryIndexName", Output.of(index)),
                                  table)));
            });
    alarms.add(
        Alarm.above(
                "inventory-system-errors",
                "DynamoDB fails at bookings by itself: guests cannot book here. Look at AWS's health"
                    + " dashboard.",
                new Alarm.Metric(
                    NAMESPACE,
                    "SystemErrors",
                    "Sum",
                    Map.of(
                        TABLE,
                        tables.inventory().name(),
                        "Operation",
                        Output.of("TransactWriteItems"))),
                10)
            .lasting(3));
    alarms.add(
        Alarm.above(
                "inventory-conflicts",
                "Bookings of a hot night keep each other waiting: look for the property in the logs"
                    + " of booking-handler.",
                of("TransactionConflict", "Sum", tables.inventory(), Map.of()),
                CONFLICTS_PER_MINUTE_MAX)
            .lasting(5));
    alarms.add(
        Alarm.above(
                "inventory-write-quota",
                "The inventory table nears what AWS lets one table write: ask for a higher quota.",
                of("ConsumedWriteCapacityUnits", "Sum", tables.inventory(), Map.of()),
                UNITS_PER_MINUTE_MAX)
            .lasting(5));
    for (Region region : otherRegions) {
      tables.global().forEach((id, table) -> alarms.add(replication(id, table, region)));
    }
    return alarms;
  }

  private static Alarm throttled(
      String id, String kind, String metric, Map<String, Output<String>> more, TableHandle table) {
    return Alarm.above(
            "%s-%s-throttled".formatted(id, kind),
            "DynamoDB refuses %ss of %s: it is cold, or one key is hot.".formatted(kind, id),
            of(metric, "Sum", table, more),
            0)
        .often(2, 5)
        .explainedIn("dynamodb-throttled");
  }

  private static Alarm replication(String id, TableHandle table, Region region) {
    return Alarm.above(
            "replication-%s-%s".formatted(id, region),
            "%s learns of changes of %s late; each Region still sells only its own allotment."
                .formatted(region, id),
            of(
                "ReplicationLatency",
                "Maximum",
                table,
                Map.of("ReceivingRegion", Output.of(region.value()))),
            REPLICATION_MILLIS_MAX)
        .lasting(3)
        .explainedIn("replication");
  }

  private static Alarm.Metric of(
      String metric, String statistic, TableHandle table, Map<String, Output<String>> more) {
    Map<String, Output<String>> dimensions = new HashMap<>(more);
    dimensions.put(TABLE, table.name());
    return new Alarm.Metric(NAMESPACE, metric, statistic, dimensions);
  }
}
