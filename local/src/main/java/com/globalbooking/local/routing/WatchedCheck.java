package com.globalbooking.local.routing;

import com.globalbooking.local.metrics.AlarmCopy;
import com.globalbooking.local.metrics.AlarmState;
import com.globalbooking.local.routing.HealthCheck.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One health check and what it has seen so far. Thread-safe. */
final class WatchedCheck {
  final String id;
  private HealthCheck check;
  private long version = 1;

  /** Of an endpoint: its status, healthy until requests fail. */
  private boolean passing = true;

  private int against;

  /** Of a metric: the copied alarm with its last state, and the last status that data led to. */
  private @Nullable AlarmCopy alarm;

  private AlarmState state = AlarmState.INSUFFICIENT_DATA;
  private boolean lastKnown = true;

  WatchedCheck(String id, HealthCheck check, Optional<AlarmCopy> alarm) {
    this.id = id;
    this.check = check;
    this.alarm = alarm.orElse(null);
  }

  synchronized HealthCheck check() {
    return check;
  }

  /** Counts the changes, so that nobody overwrites a change that he has not seen. */
  synchronized long version() {
    return version;
  }

  synchronized void change(HealthCheck changed, Optional<AlarmCopy> copied) {
    check = changed;
    version++;
    copied.ifPresent(it -> alarm = it);
  }

  /** Takes the result of a request; enough of them in a row against the status change it. */
  synchronized void observe(boolean good) {
    if (!(check.kind() instanceof Kind.Endpoint endpoint)) {
      return;
    }
    if (good == passing) {
      against = 0;
      return;
    }
    against++;
    if (against >= endpoint.failureThreshold()) {
      passing = good;
      against = 0;
    }
  }

  /** The status of an endpoint, before inversion. */
  synchronized boolean isPassing() {
    return passing;
  }

  /** The status of a metric as of now, before inversion. */
  synchronized boolean isFine(Kind.Metric metric) {
    if (alarm != null) {
      state = alarm.judge(state);
    }
    if (state != AlarmState.INSUFFICIENT_DATA) {
      lastKnown = state == AlarmState.OK;
      return lastKnown;
    }
    return switch (metric.withoutData()) {
      case HEALTHY -> true;
      case UNHEALTHY -> false;
      case LAST_KNOWN_STATUS -> lastKnown;
    };
  }
}
