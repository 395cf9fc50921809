package com.globalbooking.stack;

import com.globalbooking.contract.Metric;
import java.util.Map;
import java.util.Set;

/** What AWS documents about the metrics that alarms look at. */
final class DocumentedMetrics {

  /**
   * The dimensions that AWS documents for the metrics that we look at, by namespace; one of these
   * sets.
   */
  static final Map<String, Set<Set<String>>> DIMENSIONS =
      Map.of(
          "AWS/Lambda",
          Set.of(Set.of("FunctionName")),
          "AWS/SQS",
          Set.of(Set.of("QueueName")),
          "AWS/SNS",
          Set.of(Set.of("TopicName")),
          "AWS/States",
          Set.of(Set.of("StateMachineArn")),
          "AWS/ApiGateway",
          Set.of(Set.of("ApiId"), Set.of("ApiId", "Stage", "Method", "Resource")),
          "AWS/DynamoDB",
          Set.of(
              Set.of("TableName"),
              Set.of("TableName", "GlobalSecondaryIndexName"),
              Set.of("TableName", "Operation"),
              Set.of("TableName", "ReceivingRegion")),
          "AWS/ElastiCache",
          Set.of(Set.of("CacheClusterId", "CacheNodeId")),
          "AWS/RDS",
          Set.of(Set.of("DBInstanceIdentifier"), Set.of("DBClusterIdentifier")),
          Metric.NAMESPACE,
          Set.of(
              Set.of(Metric.FUNCTION_DIMENSION, Metric.ENVIRONMENT_DIMENSION),
              Set.of(
                  Metric.FUNCTION_DIMENSION,
                  Metric.ENVIRONMENT_DIMENSION,
                  Metric.OTHER_REGION_DIMENSION)),
          Metric.NAMESPACE + "/prod",
          Set.of(Set.of()));

  /** The names that AWS documents for these metrics; and that of the filter over the API's log. */
  static final Map<String, Set<String>> NAMES =
      Map.of(
          "AWS/Lambda",
          Set.of("Errors", "Throttles", "IteratorAge", "ConcurrentExecutions", "Duration"),
          "AWS/SQS",
          Set.of("ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesVisible"),
          "AWS/SNS",
          Set.of("NumberOfNotificationsFailedToRedriveToDlq"),
          "AWS/States",
          Set.of("ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsSucceeded", "ExecutionTime"),
          // REST APIs have 5XXError, HTTP APIs have not.
          "AWS/ApiGateway",
          Set.of("5xx", "Count", "Latency"),
          "AWS/DynamoDB",
          Set.of(
              "ReplicationLatency",
              "WriteThrottleEvents",
              "ReadThrottleEvents",
              "SystemErrors",
              "TransactionConflict",
              "ConsumedWriteCapacityUnits"),
          "AWS/ElastiCache",
          Set.of("EngineCPUUtilization", "DatabaseMemoryUsagePercentage"),
          "AWS/RDS",
          Set.of(
              "CPUUtilization",
              "DatabaseConnections",
              "FreeableMemory",
              "CommitLatency",
              "AuroraReplicaLag",
              "VolumeBytesUsed"),
          Metric.NAMESPACE + "/prod",
          Set.of("ThrottledRequests"));

  private DocumentedMetrics() {}
}
