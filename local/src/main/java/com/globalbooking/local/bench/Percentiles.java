package com.globalbooking.local.bench;

import org.HdrHistogram.Histogram;

/** Milliseconds at three percentiles, out of {@code count} values. */
record Percentiles(long count, double p50, double p95, double p99) {
  /** Of a histogram of nanoseconds. */
  static Percentiles of(Histogram nanos) {
    return new Percentiles(nanos.getTotalCount(), at(nanos, 50), at(nanos, 95), at(nanos, 99));
  }

  private static double at(Histogram nanos, double percentile) {
    return nanos.getValueAtPercentile(percentile) / 1e6;
  }
}
