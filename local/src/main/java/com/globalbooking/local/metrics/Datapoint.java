package com.globalbooking.local.metrics;

import java.time.Instant;

/** A value of a metric. */
public record Datapoint(MetricId metric, Instant at, double value) {}
