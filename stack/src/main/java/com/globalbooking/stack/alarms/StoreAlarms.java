package com.globalbooking.stack.alarms;

import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Alarms of the cache, the audit database and the topics. */
final class StoreAlarms {

  private static final String AVERAGE = "Average";
  private static final String RDS = "AWS/RDS";

  private static final int PERCENT_MAX = 80;
  private static final int COMMIT_MILLIS_MAX = 100;
  private static final int LAG_MILLIS_MAX = 2_000;
  private static final double MEMORY_BYTES_MIN = 128e6;

  /** Time enough to archive: a cluster holds 128 TB. */
  private static final double VOLUME_BYTES_MAX = 10e12;

  /** Far above what the functions' own limits allow them to open. */
  private static final int CONNECTIONS_MAX = 80;

  /** Each node of a cache in cluster mode is a cluster of one, whose one node has this id. */
  private static final String CACHE_NODE = "0001";

  private StoreAlarms() {}

  static List<Alarm> ofCache(List<Output<String>> nodeIds) {
    List<Alarm> alarms = new ArrayList<>();
    for (int node = 0; node < nodeIds.size(); node++) {
      alarms.add(
          ofNode(
              "cache-cpu",
              node,
              "A node of the cache is busy: add shards.",
              "EngineCPUUtilization",
              nodeIds));
      alarms.add(
          ofNode(
              "cache-memory",
              node,
              "A node of the cache is nearly full, and then refuses writes: take a larger node"
                  + " type.",
              "DatabaseMemoryUsagePercentage",
              nodeIds));
    }
    return alarms;
  }

  private static Alarm ofNode(
      String kind, int node, String meaning, String metric, List<Output<String>> nodeIds) {
    return Alarm.above(
            kind + "-" + (node + 1),
            meaning,
            new Alarm.Metric(
                "AWS/ElastiCache",
                metric,
                AVERAGE,
                Map.of("CacheClusterId", nodeIds.get(node), "CacheNodeId", Output.of(CACHE_NODE))),
            PERCENT_MAX)
        .lasting(5)
        .explainedIn(kind);
  }

  static List<Alarm> ofDatabase(Output<String> clusterId, List<Output<String>> instanceIds) {
    List<Alarm> alarms = new ArrayList<>();
    alarms.add(
        Alarm.above(
            "audit-volume",
            "The audit trail has grown past 10 TB: archive its oldest months.",
            new Alarm.Metric(
                RDS, "VolumeBytesUsed", AVERAGE, Map.of("DBClusterIdentifier", clusterId)),
            VOLUME_BYTES_MAX));
    for (int instance = 0; instance < instanceIds.size(); instance++) {
      Output<String> id = instanceIds.get(instance);
      String number = "-" + (instance + 1);
      alarms.add(
          lasting(
              Alarm.above(
                  "audit-cpu" + number,
                  "The audit database is busy: take a larger instance class.",
                  ofInstance("CPUUtilization", id),
                  PERCENT_MAX)));
      alarms.add(
          lasting(
              Alarm.above(
                  "audit-connections" + number,
                  "The audit database has more connections than its functions should open.",
                  ofInstance("DatabaseConnections", id),
                  CONNECTIONS_MAX)));
      alarms.add(
          lasting(
              Alarm.below(
                  "audit-memory" + number,
                  "The audit database is short of memory: take a larger instance class.",
                  ofInstance("FreeableMemory", id),
                  MEMORY_BYTES_MIN)));
      alarms.add(
          lasting(
              Alarm.above(
                  "audit-commit" + number,
                  "The audit database takes long to commit: look at its load.",
                  ofInstance("CommitLatency", id),
                  COMMIT_MILLIS_MAX)));
      alarms.add(
          lasting(
              Alarm.above(
                  "audit-lag" + number,
                  "A reader of the audit database is behind, and audits compare with what it has.",
                  ofInstance("AuroraReplicaLag", id),
                  LAG_MILLIS_MAX)));
    }
    return alarms;
  }

  private static Alarm lasting(Alarm alarm) {
    return alarm.lasting(5).explainedIn("audit-database");
  }

  private static Alarm.Metric ofInstance(String metric, Output<String> id) {
    return new Alarm.Metric(RDS, metric, AVERAGE, Map.of("DBInstanceIdentifier", id));
  }

  /** What the topic of events could put neither into a queue nor into its dead-letter queue. */
  static List<Alarm> ofTopic(Output<String> topicName) {
    return List.of(
        Alarm.above(
            "events-lost",
            "SNS could put an event neither into a queue nor into its dead-letter queue: compare"
                + " audit trail and bookings.",
            new Alarm.Metric(
                "AWS/SNS",
                "NumberOfNotificationsFailedToRedriveToDlq",
                "Sum",
                Map.of("TopicName", topicName)),
            0));
  }
}
