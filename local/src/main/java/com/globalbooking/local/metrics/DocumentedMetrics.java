package com.globalbooking.local.metrics;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Metrics that only AWS has values of: the engines that stand for ElastiCache, RDS and DynamoDB
 * locally measure nothing, and no topic here loses a message. Which metric has which dimensions is
 * from AWS's documentation; which values the dimensions can have, from the resources that the
 * program declares. So an alarm on them is checked although it never goes off here.
 */
public final class DocumentedMetrics implements MetricSource {
  public static final String CACHE_CLUSTER_ID = "CacheClusterId";
  public static final String DB_CLUSTER_IDENTIFIER = "DBClusterIdentifier";
  public static final String DB_INSTANCE_IDENTIFIER = "DBInstanceIdentifier";

  public static final String TABLE_NAME = "TableName";
  public static final String INDEX_NAME = "GlobalSecondaryIndexName";
  public static final String TOPIC_NAME = "TopicName";

  private static final String OPERATION = "Operation";
  private static final String CACHE_NODE_ID = "CacheNodeId";

  /** Redis clusters have one node each, and this is its id. */
  private static final String ONLY_NODE = "0001";

  private static final List<String> OPERATIONS =
      List.of(
          "GetItem",
          "PutItem",
          "UpdateItem",
          "DeleteItem",
          "Query",
          "Scan",
          "BatchGetItem",
          "TransactGetItems",
          "TransactWriteItems");

  private record Family(String namespace, Set<String> names, List<Set<String>> dimensions) {}

  private static final List<Family> FAMILIES =
      List.of(
          // AmazonElastiCache, "Metrics for Valkey and Redis OSS" and "Host-Level Metrics":
          // reported for each cache node, never for a replication group.
          new Family(
              "AWS/ElastiCache",
              Set.of(
                  "CPUUtilization",
                  "EngineCPUUtilization",
                  "FreeableMemory",
                  "SwapUsage",
                  "DatabaseMemoryUsagePercentage",
                  "BytesUsedForCache",
                  "Evictions",
                  "CurrConnections",
                  "NewConnections",
                  "CacheHits",
                  "CacheMisses",
                  "ReplicationLag",
                  "AuthenticationFailures"),
              List.of(Set.of(CACHE_CLUSTER_ID), Set.of(CACHE_CLUSTER_ID, CACHE_NODE_ID))),
          // AmazonRDS, "Amazon CloudWatch metrics for Amazon Aurora", instance level.
          new Family(
              "AWS/RDS",
              Set.of(
                  "CPUUtilization",
                  "DatabaseConnections",
                  "FreeableMemory",
                  "FreeLocalStorage",
                  "AuroraReplicaLag",
                  "CommitLatency",
                  "Deadlocks",
                  "LoginFailures"),
              List.of(Set.of(DB_INSTANCE_IDENTIFIER), Set.of(DB_CLUSTER_IDENTIFIER))),
          // The same, cluster level only.
          new Family(
              "AWS/RDS",
              Set.of("VolumeBytesUsed", "AuroraVolumeBytesLeftTotal"),
              List.of(Set.of(DB_CLUSTER_IDENTIFIER))),
          // Amazon DynamoDB, "DynamoDB metrics and dimensions".
          new Family(
              "AWS/DynamoDB",
              Set.of(
                  "ReadThrottleEvents",
                  "WriteThrottleEvents",
                  "TransactionConflict",
                  "ConsumedReadCapacityUnits",
                  "ConsumedWriteCapacityUnits",
                  "ConditionalCheckFailedRequests"),
              List.of(Set.of(TABLE_NAME), Set.of(TABLE_NAME, INDEX_NAME))),
          new Family(
              "AWS/DynamoDB",
              Set.of("SystemErrors", "ThrottledRequests", "SuccessfulRequestLatency"),
              List.of(Set.of(TABLE_NAME, OPERATION))),
          // Amazon SNS, "Monitoring Amazon SNS topics using CloudWatch".
          new Family(
              "AWS/SNS",
              Set.of(
                  "NumberOfNotificationsFailed",
                  "NumberOfNotificationsRedrivenToDlq",
                  "NumberOfNotificationsFailedToRedriveToDlq"),
              List.of(Set.of(TOPIC_NAME))));

  private final Map<String, Set<String>> values = new ConcurrentHashMap<>();

  public DocumentedMetrics() {
    exists(CACHE_NODE_ID, ONLY_NODE);
    OPERATIONS.forEach(operation -> exists(OPERATION, operation));
  }

  /** Notes that there is a resource that AWS would report under this dimension. */
  public void exists(String dimension, String value) {
    values.computeIfAbsent(dimension, _ -> ConcurrentHashMap.newKeySet()).add(value);
  }

  /** Notes that a resource is there no more. */
  public void gone(String dimension, String value) {
    values.getOrDefault(dimension, Set.of()).remove(value);
  }

  @Override
  public Set<MetricId> canEmit() {
    Set<MetricId> metrics = new HashSet<>();
    for (Family family : FAMILIES) {
      for (Set<String> names : family.dimensions()) {
        for (Map<String, String> dimensions : combinations(List.copyOf(names))) {
          family
              .names()
              .forEach(it -> metrics.add(new MetricId(family.namespace(), it, dimensions)));
        }
      }
    }
    return metrics;
  }

  private List<Map<String, String>> combinations(List<String> names) {
    if (names.isEmpty()) {
      return List.of(Map.of());
    }
    String first = names.getFirst();
    return combinations(names.subList(1, names.size())).stream()
        .flatMap(
            rest ->
                values.getOrDefault(first, Set.of()).stream()
                    .map(
                        value -> {
                          Map<String, String> all = new java.util.HashMap<>(rest);
                          all.put(first, value);
                          return all;
                        }))
        .toList();
  }
}
