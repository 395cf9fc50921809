package com.globalbooking.local.metrics;

import java.util.Arrays;

/** The values of one metric in one minute, or in several when merged. */
final class Bucket {
  /** Values kept for percentiles; of more, the later ones count in all else only. */
  static final int SAMPLES_MAX = 10_000;

  private long count;
  private double sum;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;
  private double[] samples = new double[8];
  private int kept;

  void add(double value) {
    count++;
    sum += value;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
    keep(value);
  }

  void add(Bucket other) {
    count += other.count;
    sum += other.sum;
    least = Math.min(least, other.least);
    greatest = Math.max(greatest, other.greatest);
    for (int i = 0; i < other.kept; i++) {
      keep(other.samples[i]);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** The statistic of at least one value. */
  double value(Statistic statistic) {
    return switch (statistic) {
      case Statistic.Simple simple ->
          switch (simple) {
            case SAMPLE_COUNT -> count;
            case SUM -> sum;
            case AVERAGE -> sum / count;
            case MINIMUM -> least;
            case MAXIMUM -> greatest;
          };
      case Statistic.Percentile(double rank) -> percentile(rank);
    };
  }

  private double percentile(double rank) {
    double[] sorted = Arrays.copyOf(samples, kept);
    Arrays.sort(sorted);
    int index = (int) Math.ceil(rank / 100 * kept) - 1;
    return sorted[Math.clamp(index, 0, kept - 1)];
  }

  private void keep(double value) {
    if (kept < SAMPLES_MAX) {
      if (kept == samples.length) {
        samples = Arrays.copyOf(samples, kept * 2);
      }
      samples[kept++] = value;
    }
  }
}
