package com.globalbooking.local.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Metric values, a bucket a minute, for three hours. Thread-safe. */
public final class MetricStore {
  /** How long values are kept; older ones are not taken. */
  static final Duration RETENTION = Duration.ofHours(3);

  /** Metrics at one time; whoever makes one per booking finds later ones dropped. */
  static final int METRICS_MAX = 10_000;

  private static final Duration AHEAD_MAX = Duration.ofHours(2);

  private final Clock clock;
  private final Map<MetricId, NavigableMap<Instant, Bucket>> metrics = new HashMap<>();
  private long dropped;

  public MetricStore(Clock clock) {
    this.clock = clock;
  }

  /** Takes a value, unless it is no number, too old, too far ahead or of one metric too many. */
  public synchronized void put(Datapoint point) {
    Instant now = clock.instant();
    boolean known = metrics.containsKey(point.metric()) || metrics.size() < METRICS_MAX;
    if (!known
        || !Double.isFinite(point.value())
        || point.at().isBefore(now.minus(RETENTION))
        || point.at().isAfter(now.plus(AHEAD_MAX))) {
      dropped++;
      return;
    }
    NavigableMap<Instant, Bucket> minutes =
        metrics.computeIfAbsent(point.metric(), _ -> new TreeMap<>());
    minutes
        .computeIfAbsent(point.at().truncatedTo(ChronoUnit.MINUTES), _ -> new Bucket())
        .add(point.value());
    minutes.headMap(now.minus(RETENTION)).clear();
  }

  /** Takes a value as of now. */
  public void put(MetricId metric, double value) {
    put(new Datapoint(metric, clock.instant(), value));
  }

  /** A period's statistic; empty when it has no value. */
  public synchronized Optional<Double> value(
      MetricId metric, Instant from, Duration period, Statistic statistic) {
    NavigableMap<Instant, Bucket> minutes = metrics.get(metric);
    if (minutes == null) {
      return Optional.empty();
    }
    Bucket whole = new Bucket();
    minutes.subMap(from, from.plus(period)).values().forEach(whole::add);
    return whole.isEmpty() ? Optional.empty() : Optional.of(whole.value(statistic));
  }

  /** Every metric that has had a value. */
  public synchronized Set<MetricId> seen() {
    return Set.copyOf(metrics.keySet());
  }

  /** Values that were not taken. */
  public synchronized long dropped() {
    return dropped;
  }
}
