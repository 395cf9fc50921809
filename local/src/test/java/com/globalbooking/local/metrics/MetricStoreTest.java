package com.globalbooking.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricStoreTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final MetricId METRIC = MetricId.of("N", "M", "D", "d");

  private final SettableClock clock = new SettableClock(START);
  private final MetricStore store = new MetricStore(clock);

  @ParameterizedTest
  @CsvSource({
    "SampleCount, 4",
    "Sum, 10",
    "Average, 2.5",
    "Minimum, 1",
    "Maximum, 4",
    "p50, 2",
    "p75, 3",
    "p95, 4",
    "p100, 4",
    "p0, 1",
  })
  void aMinuteComesTo(String statistic, double value) {
    for (double measured : new double[] {3, 1, 4, 2}) {
      store.put(METRIC, measured);
    }

    assertThat(store.value(METRIC, START, MINUTE, Statistic.parse(statistic))).contains(value);
  }

  @Test
  void longerPeriodsAreMadeOfMinutes() {
    store.put(METRIC, 1);
    clock.pass(Duration.ofSeconds(59));
    store.put(METRIC, 2);
    clock.pass(Duration.ofSeconds(1));
    store.put(METRIC, 4);

    assertThat(store.value(METRIC, START, MINUTE, Statistic.Simple.SUM)).contains(3.0);
    assertThat(store.value(METRIC, START, Duration.ofMinutes(2), Statistic.Simple.SUM))
        .contains(7.0);
  }

  @Test
  void nothingIsNotZero() {
    assertThat(store.value(METRIC, START, MINUTE, Statistic.Simple.SUM)).isEmpty();
  }

  @Test
  void anotherDimensionIsAnotherMetric() {
    store.put(METRIC, 1);

    assertThat(
            store.value(MetricId.of("N", "M", "D", "other"), START, MINUTE, Statistic.Simple.SUM))
        .isEmpty();
  }

  @Test
  void aValueCountsWhenItWasMeasuredNotWhenItArrives() {
    clock.pass(Duration.ofMinutes(3));

    store.put(new Datapoint(METRIC, START, 5));

    assertThat(store.value(METRIC, START, MINUTE, Statistic.Simple.SUM)).contains(5.0);
  }

  @Test
  void whatIsTooOldTooFarAheadOrNoNumberIsNotTaken() {
    store.put(new Datapoint(METRIC, START.minus(Duration.ofHours(4)), 1));
    store.put(new Datapoint(METRIC, START.plus(Duration.ofHours(3)), 1));
    store.put(METRIC, Double.NaN);
    store.put(METRIC, Double.POSITIVE_INFINITY);

    assertThat(store.seen()).isEmpty();
    assertThat(store.dropped()).isEqualTo(4);
  }

  @Test
  void metricsWithoutBoundAreDropped() {
    for (int i = 0; i <= MetricStore.METRICS_MAX; i++) {
      store.put(MetricId.of("N", "M", "BookingId", "b" + i), 1);
    }

    assertThat(store.seen()).hasSize(MetricStore.METRICS_MAX);
    assertThat(store.dropped()).isEqualTo(1);
  }

  @Test
  void valuesAreForgottenAfterTheRetention() {
    store.put(METRIC, 1);
    clock.pass(MetricStore.RETENTION.plusMinutes(2));
    store.put(METRIC, 2);

    assertThat(store.value(METRIC, START, MINUTE, Statistic.Simple.SUM)).isEmpty();
  }
}
