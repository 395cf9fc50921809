package com.globalbooking.stack.alarms;

import com.globalbooking.contract.Metric;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.naming.Region;
import com.pulumi.core.Output;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Alarms on what functions themselves measure, under the contract's names and dimensions. */
final class BusinessAlarms {

  private static final String SUM = "Sum";
  private static final String MOST = "p95";

  private static final int PMS_ATTEMPT_MILLIS_MAX = 60_000;
  private static final int CACHE_MILLIS_MAX = 1_000;
  private static final int HEARTBEAT_SECONDS_MAX = 180;
  private static final int OPEN_CIRCUIT_MINUTES_MAX = 15;
  private static final int OPEN_CIRCUIT_BAD_MINUTES = 10;

  private final Names names;

  BusinessAlarms(Names names) {
    this.names = names;
  }

  List<Alarm> all(List<Region> otherRegions) {
    return Stream.concat(
            Stream.of(
                unresolvedOverbookings(),
                circuitsOpened(),
                circuitOpen(),
                drift(),
                pmsAttemptDelay(),
                cacheDelay()),
            otherRegions.stream().map(this::heartbeat))
        .toList();
  }

  /**
   * What a health check of Route 53 looks at, which takes one metric and a plain statistic only.
   */
  Alarm regionHealthy() {
    return Alarm.below(
            "region-healthy",
            "This Region says of itself that it cannot sell: Route 53 leads guests to others.",
            source(Metric.REGION_HEALTHY, "Minimum"),
            1)
        .lasting(3)
        .orSilent();
  }

  private Alarm unresolvedOverbookings() {
    return Alarm.above(
        "unresolved-overbookings",
        "A night is overbooked and no equivalent room is free: a message on this topic names it;"
            + " call the hotel.",
        source(Metric.UNRESOLVED_OVERBOOKINGS, SUM),
        0);
  }

  private Alarm circuitsOpened() {
    return Alarm.above(
            "circuits-opened",
            "A PMS is down and left alone for a while; its queue waits. Call its operator when it"
                + " goes on.",
            source(Metric.CIRCUITS_OPENED, SUM),
            0)
        .explainedIn("circuits");
  }

  private Alarm circuitOpen() {
    return Alarm.above(
            "circuit-open",
            "A PMS has been down for most of a quarter of an hour, and hotels do not hear of bookings: call"
                + " its operator.",
            source(Metric.OPEN_CIRCUITS, "Maximum"),
            0)
        // A single message that waits comes again each minute or so, which leaves minutes empty.
        .often(OPEN_CIRCUIT_BAD_MINUTES, OPEN_CIRCUIT_MINUTES_MAX)
        .explainedIn("circuits");
  }

  private Alarm drift() {
    return Alarm.above(
        "drift",
        "Tables, cache, audit trail or PMS differ for longer than lag explains: read the log of"
            + " reconciliation-checker.",
        source(Metric.DRIFT, SUM),
        0);
  }

  private Alarm pmsAttemptDelay() {
    return Alarm.above(
            "pms-attempt-delay",
            "Hotels hear of bookings later than within a minute.",
            source(Metric.PMS_ATTEMPT_DELAY, MOST),
            PMS_ATTEMPT_MILLIS_MAX)
        .lasting(3);
  }

  private Alarm cacheDelay() {
    return Alarm.above(
            "cache-delay",
            "The cache shows changes later than within a second.",
            source(Metric.CACHE_DELAY, MOST),
            CACHE_MILLIS_MAX)
        .lasting(5);
  }

  /** Replication that stands still publishes no latency; what does not arrive grows old. */
  private Alarm heartbeat(Region other) {
    return Alarm.above(
            "heartbeat-" + other,
            "Nothing has arrived from %s for three minutes: replication stands still, or the Region"
                    .formatted(other)
                + " is down.",
            source(
                Metric.HEARTBEAT_AGE,
                "Maximum",
                Map.of(Metric.OTHER_REGION_DIMENSION, Output.of(other.value()))),
            HEARTBEAT_SECONDS_MAX)
        .lasting(3)
        .orSilent()
        .explainedIn("heartbeat");
  }

  private Alarm.Metric source(Metric metric, String statistic) {
    return source(metric, statistic, Map.of());
  }

  private Alarm.Metric source(Metric metric, String statistic, Map<String, Output<String>> more) {
    Map<String, Output<String>> dimensions = new HashMap<>(more);
    dimensions.put(Metric.FUNCTION_DIMENSION, Output.of(metric.function().id()));
    dimensions.put(Metric.ENVIRONMENT_DIMENSION, Output.of(names.environment().value()));
    return new Alarm.Metric(Metric.NAMESPACE, metric.metricName(), statistic, dimensions);
  }
}
