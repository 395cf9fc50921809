package com.globalbooking.local.metrics;

/** Takes values as of now. */
@FunctionalInterface
public interface MetricSink {
  void put(MetricId metric, double value);
}
