package com.globalbooking.stack.alarms;

import com.globalbooking.contract.Metric;
import com.globalbooking.stack.naming.Names;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;

/** Alarms on what functions themselves measure, under the contract's names and dimension. */
final class BusinessAlarms {

  private static final String SUM = "Sum";
  private static final String MOST = "p95";

  private static final int PMS_ATTEMPT_MILLIS_MAX = 60_000;
  private static final int CACHE_MILLIS_MAX = 1_000;

  private final Names names;

  BusinessAlarms(Names names) {
    this.names = names;
  }

  List<Alarm> all() {
    return List.of(
        Alarm.above(
            "unresolved-overbookings",
            "A night is overbooked and no equivalent room is free: a message on this topic names"
                + " it; call the hotel.",
            source(Metric.UNRESOLVED_OVERBOOKINGS, SUM),
            0),
        Alarm.above(
            "circuits-opened",
            "A PMS is down and left alone for a while; its queue waits. Call its operator when it"
                + " goes on.",
            source(Metric.CIRCUITS_OPENED, SUM),
            0),
        Alarm.above(
            "drift",
            "Tables, cache, audit trail or PMS differ for longer than lag explains: read the log of"
                + " reconciliation-checker.",
            source(Metric.DRIFT, SUM),
            0),
        Alarm.above(
                "pms-attempt-delay",
                "Hotels are told of bookings later than within a minute.",
                source(Metric.PMS_ATTEMPT_DELAY, MOST),
                PMS_ATTEMPT_MILLIS_MAX)
            .lasting(3),
        Alarm.above(
                "cache-delay",
                "The cache shows changes later than within a second.",
                source(Metric.CACHE_DELAY, MOST),
                CACHE_MILLIS_MAX)
            .lasting(5));
  }

  private Alarm.Source source(Metric metric, String statistic) {
    return new Alarm.Source(
        Metric.NAMESPACE,
        metric.metricName(),
        statistic,
        Map.of(
            Metric.FUNCTION_DIMENSION,
            Output.of(metric.function().id()),
            Metric.ENVIRONMENT_DIMENSION,
            Output.of(names.environment().value())));
  }
}
