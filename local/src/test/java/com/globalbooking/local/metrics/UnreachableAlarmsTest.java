package com.globalbooking.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alarm that can never fire is a failing test. */
class UnreachableAlarmsTest {
  private @TempDir Path logs;
  private Monitoring monitoring;
  private final DocumentedMetrics documented = new DocumentedMetrics();

  @BeforeEach
  void start() {
    monitoring =
        new Monitoring(
            new SettableClock(Instant.parse("2026-03-01T12:00:00Z")),
            logs,
            (alarm, topic, subject, text) -> {});
    documented.exists(DocumentedMetrics.CACHE_CLUSTER_ID, "cache-0001-001");
    documented.exists(DocumentedMetrics.DB_INSTANCE_IDENTIFIER, "audit-1");
    monitoring.add(documented);
    monitoring.add(
        () ->
            Set.of(MetricId.of("GlobalBooking", "UnresolvedOverbookings", "Function", "resolver")));
    monitoring.add(new QueueMetrics(() -> Map.of("dlq", new QueueMetrics.Depth(0, Duration.ZERO))));
    monitoring.add(new IteratorAges(() -> Map.of("updater", Duration.ZERO)));
  }

  @Test
  void alarmsOnWhatIsEmittedAreFine() {
    watch(MetricId.of("GlobalBooking", "UnresolvedOverbookings", "Function", "resolver"));
    watch(MetricId.of("AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", "dlq"));
    watch(MetricId.of("AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", "dlq"));
    watch(MetricId.of("AWS/Lambda", "IteratorAge", "FunctionName", "updater"));
    watch(
        new MetricId(
            "AWS/ElastiCache",
            "EngineCPUUtilization",
            Map.of("CacheClusterId", "cache-0001-001", "CacheNodeId", "0001")));
    watch(MetricId.of("AWS/RDS", "DatabaseConnections", "DBInstanceIdentifier", "audit-1"));

    assertThat(monitoring.unreachableAlarms()).isEmpty();
  }

  /** The seed's overbooking alarm: published with dimensions, watched without. */
  @Test
  void theSeedsDefect32AnAlarmWithoutTheMetricsDimensions() {
    watch(new MetricId("GlobalBooking", "UnresolvedOverbookings", Map.of()));

    assertThat(why()).contains("dimensions named [[Function]]");
  }

  /** The seed's cache alarm: ElastiCache knows cache clusters, not replication groups. */
  @Test
  void theSeedsDefect35ADimensionThatAwsDoesNotPublish() {
    watch(MetricId.of("AWS/ElastiCache", "CPUUtilization", "ReplicationGroupId", "cache"));

    assertThat(why()).contains("CacheClusterId");
  }

  @Test
  void aNameThatNobodyHas() {
    watch(MetricId.of("AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", "dql"));

    assertThat(why()).contains("dql").contains("[{QueueName=dlq}]");
  }

  @Test
  void aMetricThatTheNamespaceDoesNotHave() {
    watch(MetricId.of("AWS/SQS", "NumberOfDragons", "QueueName", "dlq"));

    assertThat(why()).contains("AWS/SQS has no metric NumberOfDragons");
  }

  @Test
  void aNamespaceThatNothingEmitsIn() {
    watch(MetricId.of("Custom", "M", "D", "d"));

    assertThat(why()).contains("nothing emits in the namespace Custom");
  }

  private String why() {
    assertThat(monitoring.unreachableAlarms()).hasSize(1);
    return monitoring.unreachableAlarms().getFirst().why();
  }

  private void watch(MetricId metric) {
    monitoring
        .alarms()
        .deploy(
            new AlarmDefinition(
                "arn",
                metric.toString(),
                "",
                new Measure.OfMetric(metric, Statistic.Simple.SUM),
                Duration.ofMinutes(1),
                1,
                1,
                new Threshold(Threshold.Comparison.GREATER, 0),
                MissingData.MISSING,
                List.of(),
                List.of()));
  }
}
