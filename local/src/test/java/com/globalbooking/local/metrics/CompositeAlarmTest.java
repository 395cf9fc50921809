package com.globalbooking.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Alarms over formulas and over other alarms. */
class CompositeAlarmTest {
  private static final String TOPIC = "arn:aws:sns:us-west-2:000000000000:alarms";
  private static final MetricId PART = MetricId.of("AWS/ApiGateway", "5xx", "ApiId", "a");
  private static final MetricId WHOLE = MetricId.of("AWS/ApiGateway", "Count", "ApiId", "a");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final MetricStore store = new MetricStore(clock);
  private final List<String> notices = new ArrayList<>();
  private final Alarms alarms =
      new Alarms(clock, store, (alarm, topic, subject, text) -> notices.add(subject + " " + text));

  @Test
  void aShareRingsOnlyWhenThereIsEnoughOfTheWholeAndTheCompositeFollowsIt() {
    alarms.deploy(share());
    alarms.deploy(composite("ALARM(\"api-down\") OR INSUFFICIENT_DATA(\"api-down\")"));

    count(2, 3);
    afterAMinute();
    assertThat(alarms.status()).extracting(AlarmStatus::state).containsExactly(AlarmState.OK);
    assertThat(alarms.compositeStatus())
        .extracting(AlarmStatus::state)
        .containsExactly(AlarmState.OK);

    count(12, 20);
    afterAMinute();
    assertThat(alarms.status()).extracting(AlarmStatus::state).containsExactly(AlarmState.ALARM);
    assertThat(alarms.compositeStatus())
        .extracting(AlarmStatus::state)
        .containsExactly(AlarmState.ALARM);
    assertThat(notices)
        .anyMatch(it -> it.contains("cannot-book") && it.contains("AlarmRule"))
        .anyMatch(it -> it.contains("api-down") && it.contains("100 * part / whole"));
    alarms.remove("cannot-book");
    assertThat(alarms.compositeStatus()).isEmpty();
  }

  @Test
  void rulesJoinStates() {
    alarms.deploy(share());

    assertThat(stateOf("NOT ALARM(\"api-down\")")).isEqualTo(AlarmState.ALARM);
    assertThat(stateOf("ALARM(\"api-down\")")).isEqualTo(AlarmState.OK);
    assertThat(stateOf("INSUFFICIENT_DATA(\"api-down\") AND NOT (OK(\"api-down\"))"))
        .isEqualTo(AlarmState.ALARM);
  }

  @Test
  void aFormulaWithoutAllItsValuesHasNone() {
    var ratio = MetricExpression.parse("part / whole", Set.of("part", "whole"));

    assertThat(ratio.evaluate(Map.of("part", 1.0, "whole", 4.0))).contains(0.25);
    assertThat(ratio.evaluate(Map.of("part", 1.0, "whole", 0.0))).isEmpty();
    assertThat(ratio.evaluate(Map.of("part", 1.0))).isEmpty();
  }

  @Test
  void whatCannotBeEvaluatedIsRefusedWhenItIsDeclared() {
    Set<String> part = Set.of("part");
    assertThatThrownBy(() -> MetricExpression.parse("part / other", part))
        .hasMessageContaining("other");
    assertThatThrownBy(() -> MetricExpression.parse("SEARCH(part", part))
        .hasMessageContaining("do not evaluate");
    assertThatThrownBy(() -> alarms.deploy(composite("ALARM(\"nobody\")")))
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> alarms.deploy(composite("ALARM(")))
        .hasMessageContaining("cannot-book");
  }

  private AlarmState stateOf(String rule) {
    alarms.deploy(composite(rule));
    alarms.evaluate();
    return alarms.compositeStatus().getFirst().state();
  }

  private void count(int bad, int all) {
    store.put(PART, bad);
    store.put(WHOLE, all);
  }

  private void afterAMinute() {
    clock.pass(Duration.ofMinutes(1));
    alarms.evaluate();
  }

  private static AlarmDefinition share() {
    return new AlarmDefinition(
        "arn:aws:cloudwatch:us-west-2:000000000000:alarm:api-down",
        "api-down",
        "",
        new Measure.OfExpression(
            MetricExpression.parse(
                "IF(whole >= 20, 100 * part / whole, 0)", Set.of("part", "whole")),
            Map.of(
                "part", new Measure.OfMetric(PART, Statistic.Simple.SUM),
                "whole", new Measure.OfMetric(WHOLE, Statistic.Simple.SUM))),
        Duration.ofMinutes(1),
        1,
        1,
        new Threshold(Threshold.Comparison.GREATER, 50),
        MissingData.NOT_BREACHING,
        List.of(TOPIC),
        List.of(TOPIC));
  }

  private static CompositeAlarm composite(String rule) {
    return new CompositeAlarm(
        "arn:aws:cloudwatch:us-west-2:000000000000:alarm:cannot-book",
        "cannot-book",
        "",
        rule,
        List.of(TOPIC),
        List.of(TOPIC));
  }
}
