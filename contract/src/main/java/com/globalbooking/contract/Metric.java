package com.globalbooking.contract;

/**
 * Metrics that functions emit as EMF log lines, in the namespace {@link #NAMESPACE} with the
 * dimensions {@link #FUNCTION_DIMENSION} and {@link #ENVIRONMENT_DIMENSION}, so that two
 * environments of one account do not feed each other's alarms. Those {@linkplain #perOtherRegion
 * about another Region} have {@link #OTHER_REGION_DIMENSION} besides. No other dimension may enter:
 * one per property or booking would be a custom metric for each.
 */
public enum Metric {
  /** Overbookings that no equivalent room could take: people must act. */
  UNRESOLVED_OVERBOOKINGS("UnresolvedOverbookings", Function.OVERBOOKING_RESOLVER, "Count"),
  /** Bookings moved to another room. */
  REASSIGNED_BOOKINGS("ReassignedBookings", Function.OVERBOOKING_RESOLVER, "Count"),
  /** Twins cancelled. */
  CANCELLED_TWINS("CancelledTwins", Function.OVERBOOKING_RESOLVER, "Count"),
  /** Overbookings and twins handed to the resolver. */
  DETECTED_CONFLICTS("DetectedConflicts", Function.HOT_BOOKING_CHECKER, "Count"),
  /** Differences that were still there when looked at again. */
  DRIFT("Drift", Function.RECONCILIATION_CHECKER, "Count"),
  /** PMS connections whose circuit opened. */
  CIRCUITS_OPENED("CircuitsOpened", Function.PMS_SYNC_WORKER, "Count"),
  /** 1 for each message that waits because the circuit of its PMS connection is open. */
  OPEN_CIRCUITS("OpenCircuits", Function.PMS_SYNC_WORKER, "Count"),
  /** From the event to the first attempt to tell the PMS. */
  PMS_ATTEMPT_DELAY("PmsAttemptDelay", Function.PMS_SYNC_WORKER, "Milliseconds"),
  /** From the change of an allotment to its cache entry. */
  CACHE_DELAY("CacheDelay", Function.CACHE_UPDATER, "Milliseconds"),
  /** 1 when the Region can sell by its own reads, writes and alarms, else 0; each minute. */
  REGION_HEALTHY("RegionHealthy", Function.REGION_HEALTH, "Count"),
  /** Age of the newest heartbeat of another Region that has arrived here; each minute. */
  HEARTBEAT_AGE("HeartbeatAge", Function.REGION_HEALTH, "Seconds");

  /** CloudWatch namespace of all metrics. */
  public static final String NAMESPACE = "GlobalBooking";

  /** Dimension: the id of the function ({@link Function#id}). */
  public static final String FUNCTION_DIMENSION = "Function";

  /** Dimension: the environment, for example {@code prod}. */
  public static final String ENVIRONMENT_DIMENSION = "Environment";

  /** Dimension of metrics about another Region: its code. */
  public static final String OTHER_REGION_DIMENSION = "OtherRegion";

  private final String metricName;
  private final Function function;
  private final String unit;

  Metric(String metricName, Function function, String unit) {
    this.metricName = metricName;
    this.function = function;
    this.unit = unit;
  }

  /** The name in CloudWatch. */
  public String metricName() {
    return metricName;
  }

  /** The only function that emits it. */
  public Function function() {
    return function;
  }

  /** Whether it is emitted once for each other Region, which is then a dimension. */
  public boolean perOtherRegion() {
    return this == HEARTBEAT_AGE;
  }

  /** The CloudWatch unit. */
  public String unit() {
    return unit;
  }
}
