package com.globalbooking.stack.alarms;

import com.globalbooking.stack.functions.FunctionTables;
import com.globalbooking.stack.inventory.TableHandle;
import com.globalbooking.stack.naming.Region;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Alarms of what AWS runs for us: the API, replication, the cache, the audit database. */
final class StoreAlarms {

  private static final String AVERAGE = "Average";

  private static final int API_FAULTS_PER_MINUTE_MAX = 10;
  private static final int REPLICATION_MILLIS_MAX = 10_000;
  private static final int PERCENT_MAX = 80;

  /** Far above what the functions' own limits allow them to open. */
  private static final int CONNECTIONS_MAX = 80;

  /** Each node of a cache in cluster mode is a cluster of one, whose one node has this id. */
  private static final String CACHE_NODE = "0001";

  private StoreAlarms() {}

  /** HTTP APIs publish {@code 5xx}; {@code 5XXError} is what REST APIs publish. */
  static List<Alarm> ofApi(Output<String> apiId) {
    return List.of(
        Alarm.above(
                "api-5xx",
                "Requests are answered with a fault: read the logs of the API and the functions.",
                new Alarm.Source("AWS/ApiGateway", "5xx", "Sum", Map.of("ApiId", apiId)),
                API_FAULTS_PER_MINUTE_MAX)
            .lasting(3));
  }

  static List<Alarm> ofReplicas(FunctionTables tables, List<Region> otherRegions) {
    List<Alarm> alarms = new ArrayList<>();
    for (Region region : otherRegions) {
      alarms.add(ofReplica("inventory", tables.inventory(), region));
      alarms.add(ofReplica("bookings", tables.bookings(), region));
    }
    return alarms;
  }

  private static Alarm ofReplica(String table, TableHandle handle, Region region) {
    return Alarm.above(
            "replication-%s-%s".formatted(table, region),
            "%s learns of changes of %s late; each Region still sells only its own allotment."
                .formatted(region, table),
            new Alarm.Source(
                "AWS/DynamoDB",
                "ReplicationLatency",
                AVERAGE,
                Map.of("TableName", handle.name(), "ReceivingRegion", Output.of(region.value()))),
            REPLICATION_MILLIS_MAX)
        .lasting(3);
  }

  static List<Alarm> ofCache(List<Output<String>> nodeIds) {
    List<Alarm> alarms = new ArrayList<>();
    for (int node = 0; node < nodeIds.size(); node++) {
      alarms.add(
          ofNode(
              "cache-cpu-" + (node + 1),
              "A node of the cache is busy: add shards.",
              "EngineCPUUtilization",
              nodeIds.get(node)));
      alarms.add(
          ofNode(
              "cache-memory-" + (node + 1),
              "A node of the cache is nearly full, and then refuses writes: take a larger node"
                  + " type.",
              "DatabaseMemoryUsagePercentage",
              nodeIds.get(node)));
    }
    return alarms;
  }

  private static Alarm ofNode(String id, String meaning, String metric, Output<String> nodeId) {
    return Alarm.above(
            id,
            meaning,
            new Alarm.Source(
                "AWS/ElastiCache",
                metric,
                AVERAGE,
                Map.of("CacheClusterId", nodeId, "CacheNodeId", Output.of(CACHE_NODE))),
            PERCENT_MAX)
        .lasting(5);
  }

  static List<Alarm> ofDatabase(List<Output<String>> instanceIds) {
    List<Alarm> alarms = new ArrayList<>();
    for (int instance = 0; instance < instanceIds.size(); instance++) {
      Map<String, Output<String>> dimensions =
          Map.of("DBInstanceIdentifier", instanceIds.get(instance));
      alarms.add(
          Alarm.above(
                  "audit-cpu-" + (instance + 1),
                  "The audit database is busy: take a larger instance class.",
                  new Alarm.Source("AWS/RDS", "CPUUtilization", AVERAGE, dimensions),
                  PERCENT_MAX)
              .lasting(5));
      alarms.add(
          Alarm.above(
                  "audit-connections-" + (instance + 1),
                  "The audit database has more connections than its functions should open.",
                  new Alarm.Source("AWS/RDS", "DatabaseConnections", AVERAGE, dimensions),
                  CONNECTIONS_MAX)
              .lasting(5));
    }
    return alarms;
  }
}
