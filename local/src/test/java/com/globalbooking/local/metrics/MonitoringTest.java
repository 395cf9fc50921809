package com.globalbooking.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitoringTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private @TempDir Path logs;
  private final List<String> told = new ArrayList<>();

  @Test
  void aFunctionsLogLineRaisesTheAlarmOnItsMetric() throws Exception {
    Monitoring monitoring = monitoring();
    MetricId metric =
        MetricId.of("GlobalBooking", "UnresolvedOverbookings", "Function", "resolver");
    monitoring.alarms().deploy(alarm(metric));
    Files.writeString(
        logs.resolve("resolver.log"),
        """
        {"_aws":{"Timestamp":%d,"CloudWatchMetrics":[{"Namespace":"GlobalBooking","Dimensions":[["Function"]],"Metrics":[{"Name":"UnresolvedOverbookings","Unit":"Count"}]}]},"Function":"resolver","UnresolvedOverbookings":1}
        """
            .formatted(START.toEpochMilli()));

    monitoring.update();

    assertThat(monitoring.alarms().status().getFirst().state()).isEqualTo(AlarmState.ALARM);
    assertThat(told).singleElement().asString().contains("ALARM");
  }

  @Test
  void anEngineThatIsDownDoesNotHideTheOthers() {
    Monitoring monitoring = monitoring();
    monitoring.add(
        new QueueMetrics(
            () -> {
              throw new IllegalStateException("down");
            }));
    monitoring.add(
        new QueueMetrics(() -> Map.of("dlq", new QueueMetrics.Depth(2, Duration.ofSeconds(9)))));

    monitoring.update();

    assertThat(monitoring.unansweredSamples()).isEqualTo(1);
    assertThat(monitoring.store().seen())
        .isEqualTo(
            Set.of(
                MetricId.of("AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", "dlq"),
                MetricId.of("AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", "dlq")));
  }

  @Test
  void whatWasNeverBegunCanBeClosed() {
    Monitoring monitoring = monitoring();

    monitoring.close();

    assertThat(monitoring.unansweredSamples()).isZero();
  }

  private Monitoring monitoring() {
    return new Monitoring(
        new SettableClock(START), logs, (alarm, topic, subject, text) -> told.add(subject));
  }

  private static AlarmDefinition alarm(MetricId metric) {
    return new AlarmDefinition(
        "arn:aws:cloudwatch:us-west-2:000000000000:alarm:unresolved",
        "unresolved",
        "",
        new Measure.OfMetric(metric, Statistic.Simple.SUM),
        Duration.ofMinutes(1),
        1,
        1,
        new Threshold(Threshold.Comparison.GREATER, 0),
        MissingData.NOT_BREACHING,
        List.of("arn:aws:sns:us-west-2:000000000000:alarms"),
        List.of());
  }
}
