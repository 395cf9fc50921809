package com.globalbooking.local.routing;

import com.globalbooking.local.metrics.AlarmCopy;
import com.globalbooking.local.routing.HealthCheck.Kind;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The health checks of the account, decided as Route 53 does. Endpoints are asked from {@link
 * #begin} on; until then, and until enough requests have failed, they are healthy. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html">How
 *     Route 53 determines whether a health check is healthy</a>
 */
public final class HealthChecks implements AutoCloseable {
  /** An alarm's data are looked at so often that no state of it is missed. */
  private static final Duration METRIC_INTERVAL = Duration.ofSeconds(10);

  private final EndpointProbe probe;
  private final AlarmSource alarms;
  private final double haste;
  private final Map<String, WatchedCheck> checks = new LinkedHashMap<>();
  private final Map<String, Thread> watchers = new LinkedHashMap<>();
  private boolean begun;

  /**
   * @param haste by how much shorter intervals are than configured: who breaks a Region on a laptop
   *     does not want to wait for two minutes
   */
  public HealthChecks(EndpointProbe probe, AlarmSource alarms, double haste) {
    if (haste < 1) {
      throw new IllegalArgumentException("intervals are never longer than configured");
    }
    this.probe = probe;
    this.alarms = alarms;
    this.haste = haste;
  }

  /**
   * A check as it stands.
   *
   * @param version 1 when it was created, one more with each change
   */
  public record Status(String id, HealthCheck check, long version, boolean healthy) {}

  /**
   * Takes a new check.
   *
   * @throws IllegalArgumentException when Route 53 would refuse it, or the id is taken
   */
  public synchronized void create(String id, HealthCheck check) {
    requireChildren(check);
    var watched = new WatchedCheck(id, check, alarmOf(check));
    if (checks.putIfAbsent(id, watched) != null) {
      throw new IllegalArgumentException("there is a health check " + id + " already");
    }
    if (begun) {
      watch(watched);
    }
  }

  /**
   * Changes a check; one of a metric copies its alarm anew.
   *
   * @throws IllegalArgumentException when there is no such check, or Route 53 would refuse the
   *     change
   */
  public synchronized Status update(String id, UnaryOperator<HealthCheck> change) {
    WatchedCheck watched = required(id);
    HealthCheck changed = change.apply(watched.check());
    if (!changed.kind().type().equals(watched.check().kind().type())) {
      throw new IllegalArgumentException("the type of a health check cannot be changed");
    }
    requireChildren(changed);
    watched.change(changed, alarmOf(changed));
    return status(watched);
  }

  /** Deletes a check; none of that id is no failure. */
  public synchronized void delete(String id) {
    checks.remove(id);
    Thread watcher = watchers.remove(id);
    if (watcher != null) {
      watcher.interrupt();
    }
  }

  /** Every check, in the order in which they were created. */
  public synchronized List<Status> all() {
    return checks.values().stream().map(this::status).toList();
  }

  /** The check of this id. */
  public synchronized Optional<Status> status(String id) {
    return Optional.ofNullable(checks.get(id)).map(this::status);
  }

  /** Whether a check is healthy; one that is not there is, as a record without a check is. */
  public synchronized boolean isHealthy(String id) {
    WatchedCheck watched = checks.get(id);
    return watched == null || isHealthy(watched);
  }

  /** Begins to ask endpoints, and goes on until {@link #close}. */
  public synchronized void begin() {
    begun = true;
    checks.values().forEach(this::watch);
  }

  /** Asks each endpoint once, now. */
  void observeAll() throws InterruptedException {
    for (WatchedCheck watched : snapshot()) {
      observe(watched);
    }
  }

  @Override
  public void close() {
    List<Thread> running;
    synchronized (this) {
      begun = false;
      running = List.copyOf(watchers.values());
      watchers.clear();
    }
    running.forEach(Thread::interrupt);
  }

  private synchronized Collection<WatchedCheck> snapshot() {
    return List.copyOf(checks.values());
  }

  private void watch(WatchedCheck watched) {
    if (watched.check().kind() instanceof Kind.Calculated) {
      return; // it has nothing to look at but others
    }
    // A thread for each: an endpoint that hangs must not hold up the checks of others.
    watchers.computeIfAbsent(
        watched.id,
        id -> Thread.ofVirtual().name("health-check-" + id).start(() -> keepWatching(watched)));
  }

  private void keepWatching(WatchedCheck watched) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(interval(watched.check()));
        observe(watched);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration interval(HealthCheck check) {
    Duration configured =
        check.kind() instanceof Kind.Endpoint endpoint ? endpoint.interval() : METRIC_INTERVAL;
    return Duration.ofNanos((long) (configured.toNanos() / haste));
  }

  private void observe(WatchedCheck watched) throws InterruptedException {
    switch (watched.check().kind()) {
      case Kind.Endpoint endpoint -> watched.observe(probe.isWell(endpoint));
      case Kind.Metric metric -> {
        boolean _ = watched.isFine(metric);
      }
      case Kind.Calculated _ -> {}
    }
  }

  private Status status(WatchedCheck watched) {
    return new Status(watched.id, watched.check(), watched.version(), isHealthy(watched));
  }

  private boolean isHealthy(WatchedCheck watched) {
    HealthCheck check = watched.check();
    boolean healthy =
        check.disabled()
            || switch (check.kind()) {
              case Kind.Endpoint _ -> watched.isPassing();
              case Kind.Metric metric -> watched.isFine(metric);
              case Kind.Calculated(List<String> children, int threshold) ->
                  children.stream().filter(this::isHealthy).count() >= threshold;
            };
    return healthy != check.inverted();
  }

  private Optional<AlarmCopy> alarmOf(HealthCheck check) {
    if (!(check.kind() instanceof Kind.Metric metric)) {
      return Optional.empty();
    }
    return Optional.of(
        alarms
            .copy(metric.region(), metric.alarmName())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no metric alarm %s in %s; a composite one cannot be watched"
                            .formatted(metric.alarmName(), metric.region()))));
  }

  private void requireChildren(HealthCheck check) {
    if (check.kind() instanceof Kind.Calculated calculated) {
      for (String child : calculated.children()) {
        if (required(child).check().kind() instanceof Kind.Calculated) {
          throw new IllegalArgumentException(
              "a calculated health check cannot have another as a child: " + child);
        }
      }
    }
  }

  private WatchedCheck required(String id) {
    @Nullable WatchedCheck watched = checks.get(id);
    if (watched == null) {
      throw new IllegalArgumentException("there is no health check " + id);
    }
    return watched;
  }
}
