package com.globalbooking.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of "Configuring how CloudWatch alarms treat missing data": X breaches, 0 does not. */
class AlarmRuleTest {

  @ParameterizedTest
  @CsvSource({
    "0-X-X, OK, OK, OK, OK",
    "----0, OK, OK, OK, OK",
    "-----, INSUFFICIENT_DATA, kept, ALARM, OK",
    "0XX-X, ALARM, ALARM, ALARM, ALARM",
    "--X--, ALARM, kept, ALARM, OK",
  })
  void threeOfThree(
      String points, String missing, String ignored, String breaching, String notBreaching) {
    check(3, points, missing, ignored, breaching, notBreaching);
  }

  @ParameterizedTest
  @CsvSource({
    "0-X-X, ALARM, ALARM, ALARM, ALARM",
    "00X0X, ALARM, ALARM, ALARM, ALARM",
    "0-X--, OK, OK, ALARM, OK",
    "----0, OK, OK, ALARM, OK",
    "---X-, ALARM, kept, ALARM, OK",
  })
  void twoOfThree(
      String points, String missing, String ignored, String breaching, String notBreaching) {
    check(2, points, missing, ignored, breaching, notBreaching);
  }

  @ParameterizedTest
  @CsvSource({
    "----X, kept, kept, ALARM, OK",
    "0, OK, OK, OK, OK",
    "-, INSUFFICIENT_DATA, kept, OK, OK",
    "X, kept, kept, OK, OK",
  })
  void oneThatBreachesIsNotYetThree(
      String points, String missing, String ignored, String breaching, String notBreaching) {
    check(3, points, missing, ignored, breaching, notBreaching);
  }

  @ParameterizedTest
  @CsvSource({"GREATER, false", "GREATER_OR_EQUAL, true", "LESS, false", "LESS_OR_EQUAL, true"})
  void theThresholdItselfBreachesOnlyWhereEqualDoes(
      Threshold.Comparison comparison, boolean breaches) {
    assertThat(new Threshold(comparison, 5).breachedBy(5)).isEqualTo(breaches);
  }

  private static void check(
      int needed,
      String points,
      String missing,
      String ignored,
      String breaching,
      String notBreaching) {
    for (AlarmState before : AlarmState.values()) {
      assertThat(decide(needed, MissingData.MISSING, points, before))
          .as("missing, before %s", before)
          .isEqualTo(expected(missing, before));
      assertThat(decide(needed, MissingData.IGNORE, points, before))
          .as("ignore, before %s", before)
          .isEqualTo(expected(ignored, before));
      assertThat(decide(needed, MissingData.BREACHING, points, before))
          .as("breaching, before %s", before)
          .isEqualTo(expected(breaching, before));
      assertThat(decide(needed, MissingData.NOT_BREACHING, points, before))
          .as("notBreaching, before %s", before)
          .isEqualTo(expected(notBreaching, before));
    }
  }

  private static AlarmState expected(String state, AlarmState before) {
    return state.equals("kept") ? before : AlarmState.valueOf(state);
  }

  private static AlarmState decide(
      int needed, MissingData missing, String points, AlarmState before) {
    var alarm =
        new AlarmDefinition(
            "arn",
            "alarm",
            "",
            new Measure.OfMetric(MetricId.of("N", "M", "D", "d"), Statistic.Simple.SUM),
            Duration.ofMinutes(1),
            3,
            needed,
            new Threshold(Threshold.Comparison.GREATER, 0),
            missing,
            List.of(),
            List.of());
    List<Optional<Double>> values = new ArrayList<>();
    for (int i = 0; i < points.length(); i++) {
      values.add(
          switch (points.charAt(i)) {
            case 'X' -> Optional.of(1.0);
            case '0' -> Optional.of(0.0);
            default -> Optional.empty();
          });
    }
    AlarmRule.Verdict verdict = AlarmRule.decide(alarm, values, before);
    assertThat(verdict.reason()).isNotEmpty();
    return verdict.state();
  }
}
