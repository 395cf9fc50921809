package com.globalbooking.local.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an alarm looks at: one value per period. */
public sealed interface Measure {
  /** Every metric that is looked at. */
  List<MetricId> metrics();

  /** The value of the period that begins at {@code from}; empty when there is none. */
  Optional<Double> value(MetricStore store, Instant from, Duration period);

  /** Whether more data can only raise it, so that a period need not end to exceed a threshold. */
  boolean onlyGrows();

  /** A metric, taken together by a statistic. */
  record OfMetric(MetricId metric, Statistic statistic) implements Measure {
    @Override
    public List<MetricId> metrics() {
      return List.of(metric);
    }

    @Override
    public Optional<Double> value(MetricStore store, Instant from, Duration period) {
      return store.value(metric, from, period, statistic);
    }

    @Override
    public boolean onlyGrows() {
      return statistic.onlyGrows();
    }

    @Override
    public String toString() {
      return statistic.toString();
    }
  }

  /**
   * A formula over metrics. Where one of them has no value there is no result, nor where it divides
   * by zero.
   *
   * @param inputs by the id that the formula calls them by
   */
  record OfExpression(MetricExpression expression, Map<String, OfMetric> inputs)
      implements Measure {
    public OfExpression {
      inputs = Map.copyOf(inputs);
    }

    @Override
    public List<MetricId> metrics() {
      return inputs.values().stream().map(OfMetric::metric).toList();
    }

    @Override
    public Optional<Double> value(MetricStore store, Instant from, Duration period) {
      Map<String, Double> values = new HashMap<>();
      inputs.forEach(
          (id, input) -> input.value(store, from, period).ifPresent(it -> values.put(id, it)));
      return values.keySet().equals(inputs.keySet())
          ? expression.evaluate(values)
          : Optional.empty();
    }

    @Override
    public boolean onlyGrows() {
      return false;
    }

    @Override
    public String toString() {
      return expression.text();
    }
  }
}
