package com.globalbooking.local.metrics;

import java.util.Map;
import java.util.TreeMap;

/** Which metric: CloudWatch tells metrics apart by all of this, to the last dimension. */
public record MetricId(String namespace, String name, Map<String, String> dimensions) {
  public MetricId {
    dimensions = Map.copyOf(dimensions);
  }

  /** A metric with one dimension. */
  public static MetricId of(String namespace, String name, String dimension, String value) {
    return new MetricId(namespace, name, Map.of(dimension, value));
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(namespace, name, new TreeMap<>(dimensions));
  }
}
