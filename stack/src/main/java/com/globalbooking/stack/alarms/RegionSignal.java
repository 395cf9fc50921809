package com.globalbooking.stack.alarms;

import com.pulumi.core.Output;
import java.util.Map;

/**
 * The alarm that a health check of Route 53 looks at. Route 53 copies metric, statistic and
 * threshold when it is told of the alarm and does not look again.
 *
 * @param alarmName name of the alarm
 * @param copied what Route 53 copies: with another value it must be told again
 */
public record RegionSignal(Output<String> alarmName, Map<String, String> copied) {
  public RegionSignal {
    copied = Map.copyOf(copied);
  }

  static RegionSignal of(Alarm alarm, Output<String> alarmName) {
    Alarm.Metric metric = alarm.metric().orElseThrow();
    return new RegionSignal(
        alarmName,
        Map.of(
            "metric", metric.namespace() + " " + metric.name(),
            "statistic", metric.statistic(),
            "threshold", String.valueOf(alarm.limit().threshold()),
            "period", String.valueOf(alarm.periodSeconds()),
            "periods", String.valueOf(alarm.window().of())));
  }
}
