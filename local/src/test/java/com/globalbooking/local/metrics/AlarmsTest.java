package com.globalbooking.local.metrics;

import static com.globalbooking.local.metrics.AlarmState.ALARM;
import static com.globalbooking.local.metrics.AlarmState.INSUFFICIENT_DATA;
import static com.globalbooking.local.metrics.AlarmState.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlarmsTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final String TOPIC = "arn:aws:sns:us-west-2:000000000000:alarms";
  private static final MetricId METRIC = MetricId.of("AWS/SQS", "Depth", "QueueName", "dlq");

  private record Notice(String topic, String subject, String message) {}

  private final SettableClock clock = new SettableClock(START);
  private final MetricStore store = new MetricStore(clock);
  private final List<Notice> notices = new ArrayList<>();
  private final Alarms alarms =
      new Alarms(
          clock,
          store,
          (alarm, topic, subject, text) -> notices.add(new Notice(topic, subject, text)));

  @Test
  void itGoesOffAsSoonAsNothingCanUndoItAndIsOverWhenThePeriodsArePast() {
    alarms.deploy(alarm(METRIC, Statistic.Simple.MAXIMUM, Threshold.Comparison.GREATER, 1));
    assertThat(stateAfter(Duration.ofSeconds(70))).isEqualTo(OK);
    store.put(METRIC, 1);

    assertThat(stateAfter(Duration.ZERO)).isEqualTo(ALARM);
    assertThat(alarms.status().getFirst().since()).isEqualTo(START.plusSeconds(70));
    assertThat(stateAfter(Duration.ofMinutes(1))).isEqualTo(ALARM);
    assertThat(alarms.status().getFirst().since()).isEqualTo(START.plusSeconds(70));
    store.put(METRIC, 0);
    assertThat(stateAfter(Duration.ofMinutes(1))).isEqualTo(OK);
  }

  @Test
  void anAverageIsJudgedOnlyWhenItsPeriodIsOver() {
    alarms.deploy(alarm(METRIC, Statistic.Simple.AVERAGE, Threshold.Comparison.GREATER, 1));
    stateAfter(Duration.ofSeconds(60));
    store.put(METRIC, 9);

    assertThat(stateAfter(Duration.ZERO)).isEqualTo(OK);
    assertThat(stateAfter(Duration.ofMinutes(1))).isEqualTo(ALARM);
  }

  @Test
  void silenceIsNoAlarmBeforeAWholePeriodWasObserved() {
    clock.pass(Duration.ofSeconds(30));
    Alarms late = new Alarms(clock, store, (alarm, topic, subject, text) -> {});
    late.deploy(
        alarm(METRIC, Statistic.Simple.SUM, Threshold.Comparison.LESS, 1, MissingData.BREACHING));
    clock.pass(Duration.ofSeconds(40));
    late.evaluate();
    assertThat(late.status().getFirst().state()).isEqualTo(INSUFFICIENT_DATA);

    clock.pass(Duration.ofSeconds(50));
    late.evaluate();

    assertThat(late.status().getFirst().state()).isEqualTo(ALARM);
  }

  @Test
  void twoOfThreeNeedsTwo() {
    alarms.deploy(alarm(METRIC, Statistic.Simple.SUM, Threshold.Comparison.GREATER, 3, 2));
    store.put(METRIC, 1);
    assertThat(stateAfter(Duration.ofMinutes(1))).isEqualTo(OK);
    store.put(METRIC, 0);
    assertThat(stateAfter(Duration.ofMinutes(1))).isEqualTo(OK);
    store.put(METRIC, 1);

    assertThat(stateAfter(Duration.ZERO)).isEqualTo(ALARM);
  }

  @Test
  void eachChangeIsPublishedOnce() throws Exception {
    alarms.deploy(alarm(METRIC, Statistic.Simple.SUM, Threshold.Comparison.GREATER, 1));
    store.put(METRIC, 1);
    alarms.evaluate();
    alarms.evaluate();
    clock.pass(Duration.ofMinutes(5));
    alarms.evaluate();

    assertThat(notices)
        .extracting(Notice::subject)
        .containsExactly("ALARM: \"dlq\" in us-west-2", "OK: \"dlq\" in us-west-2");
    assertThat(notices).extracting(Notice::topic).containsOnly(TOPIC);
    JsonNode notice = new ObjectMapper().readTree(notices.getFirst().message());
    assertThat(notice.path("NewStateValue").asText()).isEqualTo("ALARM");
    assertThat(notice.path("OldStateValue").asText()).isEqualTo("INSUFFICIENT_DATA");
    assertThat(notice.path("StateChangeTime").asText()).isEqualTo("2026-03-01T12:00:00.000+0000");
    assertThat(notice.path("Trigger").path("MetricName").asText()).isEqualTo("Depth");
    assertThat(notice.path("Trigger").path("Dimensions").path(0).path("value").asText())
        .isEqualTo("dlq");
  }

  @Test
  void aTopicThatRefusesDoesNotKeepOtherAlarmsFromTelling() {
    Alarms telling =
        new Alarms(
            clock,
            store,
            (alarm, topic, subject, text) -> {
              throw new IllegalStateException("not allowed");
            });
    telling.deploy(alarm(METRIC, Statistic.Simple.SUM, Threshold.Comparison.GREATER, 1));
    store.put(METRIC, 1);

    telling.evaluate();

    assertThat(telling.status().getFirst().state()).isEqualTo(ALARM);
    assertThat(telling.failedActions()).containsExactly("dlq: not allowed");
  }

  @Test
  void dynamoDbsMetricsIgnoreMissingDataWhateverTheAlarmSays() {
    MetricId latency = new MetricId("AWS/DynamoDB", "ReplicationLatency", Map.of());
    alarms.deploy(alarm(latency, Statistic.Simple.MAXIMUM, Threshold.Comparison.GREATER, 1));
    store.put(latency, 1);
    stateAfter(Duration.ZERO);

    assertThat(stateAfter(Duration.ofMinutes(10))).isEqualTo(ALARM);
  }

  @Test
  void periodsOfSecondsAndImpossibleCountsAreRefused() {
    assertThatThrownBy(() -> ofPeriod(Duration.ofSeconds(30)))
        .hasMessageContaining("whole minutes");
    assertThatThrownBy(
            () -> alarm(METRIC, Statistic.Simple.SUM, Threshold.Comparison.GREATER, 2, 3))
        .hasMessageContaining("3 of 2");
  }

  private AlarmState stateAfter(Duration time) {
    clock.pass(time);
    alarms.evaluate();
    return alarms.status().getFirst().state();
  }

  private static AlarmDefinition alarm(
      MetricId metric, Statistic statistic, Threshold.Comparison comparison, int periods) {
    return alarm(metric, statistic, comparison, periods, periods);
  }

  private static AlarmDefinition alarm(
      MetricId metric,
      Statistic statistic,
      Threshold.Comparison comparison,
      int periods,
      MissingData missing) {
    return alarm(metric, statistic, comparison, periods, periods, Duration.ofMinutes(1), missing);
  }

  private static AlarmDefinition alarm(
      MetricId metric,
      Statistic statistic,
      Threshold.Comparison comparison,
      int periods,
      int needed) {
    return alarm(
        metric,
        statistic,
        comparison,
        periods,
        needed,
        Duration.ofMinutes(1),
        MissingData.NOT_BREACHING);
  }

  private static AlarmDefinition ofPeriod(Duration period) {
    return alarm(
        METRIC,
        Statistic.Simple.SUM,
        Threshold.Comparison.GREATER,
        1,
        1,
        period,
        MissingData.MISSING);
  }

  private static AlarmDefinition alarm(
      MetricId metric,
      Statistic statistic,
      Threshold.Comparison comparison,
      int periods,
      int needed,
      Duration period,
      MissingData missing) {
    double threshold = comparison == Threshold.Comparison.LESS ? 1 : 0;
    return new AlarmDefinition(
        "arn:aws:cloudwatch:us-west-2:000000000000:alarm:dlq",
        "dlq",
        "something is in the dead-letter queue",
        new Measure.OfMetric(metric, statistic),
        period,
        periods,
        needed,
        new Threshold(comparison, threshold),
        missing,
        List.of(TOPIC),
        List.of(TOPIC));
  }
}
