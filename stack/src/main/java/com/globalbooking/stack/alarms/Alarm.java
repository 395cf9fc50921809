package com.globalbooking.stack.alarms;

import com.pulumi.core.Output;
import java.util.Map;

/**
 * When people are told.
 *
 * @param id last part of its name
 * @param meaning what is wrong and what to do, for whoever gets the message
 * @param threshold in the unit of the metric
 * @param periodSeconds over which the metric is taken together
 * @param periods how many in a row, all of them, make the alarm
 * @param onSilence whether it is bad when the metric stays away or low, instead of high
 */
record Alarm(
    String id,
    String meaning,
    Source source,
    double threshold,
    int periodSeconds,
    int periods,
    boolean onSilence) {

  /**
   * A metric as it is published.
   *
   * @param statistic for example {@code Sum}, or a percentile such as {@code p95}
   */
  record Source(
      String namespace, String metric, String statistic, Map<String, Output<String>> dimensions) {
    Source {
      dimensions = Map.copyOf(dimensions);
    }

    boolean isPercentile() {
      return statistic.startsWith("p");
    }
  }

  private static final int MINUTE = 60;

  /** Told as soon as one minute was above the threshold. */
  static Alarm above(String id, String meaning, Source source, double threshold) {
    return new Alarm(id, meaning, source, threshold, MINUTE, 1, false);
  }

  /** Told when nothing was counted for so long. */
  static Alarm silent(String id, String meaning, Source source, int seconds) {
    return new Alarm(id, meaning, source, 1, seconds, 1, true);
  }

  /** The same, told only when it lasts. */
  Alarm lasting(int minutes) {
    return new Alarm(id, meaning, source, threshold, periodSeconds, minutes, onSilence);
  }
}
