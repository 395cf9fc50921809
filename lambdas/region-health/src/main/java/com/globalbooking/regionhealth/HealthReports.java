package com.globalbooking.regionhealth;

import com.globalbooking.contract.Metric;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.health.CallOutcome;
import com.globalbooking.domain.health.CallOutcome.Failed;
import com.globalbooking.domain.health.CallOutcome.Late;
import com.globalbooking.domain.health.CallOutcome.Returned;
import com.globalbooking.domain.health.Hearing;
import com.globalbooking.domain.health.Hearing.FromTheFuture;
import com.globalbooking.domain.health.Hearing.Heard;
import com.globalbooking.domain.health.Hearing.Malformed;
import com.globalbooking.domain.health.Hearing.NeverHeard;
import com.globalbooking.domain.health.Hearing.Unread;
import com.globalbooking.domain.health.Heartbeat;
import com.globalbooking.domain.health.JudgingRegion.Verdict;
import com.globalbooking.domain.health.ProbeRound;
import com.globalbooking.domain.health.RegionAlarm;
import com.globalbooking.domain.health.SendingHeartbeat.Report;
import com.globalbooking.metrics.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reports what was found as metrics, for alarms, and as log lines, for the on-call. */
final class HealthReports {
  private static final Logger LOG = Logger.getLogger(HealthReports.class);
  private static final double MILLIS_PER_SECOND = 1_000;

  private final Metrics metrics;

  HealthReports(Metrics metrics) {
    this.metrics = metrics;
  }

  /** Logs what failed. */
  void report(ProbeRound round) {
    round
        .failed()
        .forEach(
            (probe, result) ->
                LOG.warnf(
                    "Probe %s failed, %d in a row: %s",
                    probe.label(), result.failedInARow(), cause(result.outcome())));
    if (!round.up()) {
      LOG.errorf("This Region is down: %d rounds of probes failed in a row", round.failedInARow());
    }
  }

  /** Emits whether the Region is healthy. */
  void report(Verdict verdict) {
    metrics.emit(Metric.REGION_HEALTHY, verdict.healthy() ? 1 : 0);
    switch (verdict.alarmState()) {
      case ALARM -> LOG.warn("The alarm of this Region is raised");
      case UNKNOWN ->
          LOG.warnf("The state of this Region's alarm is unknown: %s", cause(verdict.alarm()));
      case OK, INSUFFICIENT_DATA -> {}
    }
  }

  /** Emits the age of every heartbeat that is believed. */
  void report(Report report) {
    switch (report.others()) {
      case Returned<Map<Region, Hearing>>(Map<Region, Hearing> others) ->
          others.forEach(this::report);
      case Failed<Map<Region, Hearing>> _, Late<Map<Region, Hearing>> _ ->
          LOG.errorf(
              "The heartbeats of the other Regions could not be read: %s", cause(report.others()));
    }
    switch (report.written()) {
      case Returned<Optional<Heartbeat>>(Optional<Heartbeat> heartbeat) -> {
        if (heartbeat.isEmpty()) {
          LOG.error("The heartbeat was not written: another writer was faster each time");
        }
      }
      case Failed<Optional<Heartbeat>> _, Late<Optional<Heartbeat>> _ ->
          LOG.errorf("The heartbeat was not written: %s", cause(report.written()));
    }
  }

  private void report(Region region, Hearing hearing) {
    switch (hearing) {
      case Heard(Instant _, Duration age) ->
          metrics.emitAbout(
              region.code(), Metric.HEARTBEAT_AGE, age.toMillis() / MILLIS_PER_SECOND);
      case FromTheFuture(Instant at) ->
          LOG.errorf("The heartbeat of %s is from the future and not believed: %s", region, at);
      case Malformed() -> LOG.errorf("The heartbeat of %s has no time that can be read", region);
      case Unread() -> LOG.warnf("The heartbeat of %s was left unread by a busy table", region);
      case NeverHeard() -> LOG.infof("No heartbeat of %s has ever arrived", region);
    }
  }

  private static String cause(CallOutcome<?> outcome) {
    return switch (outcome) {
      case Failed<?>(Throwable fault) -> fault.toString();
      case Late<?>() -> "no answer in time";
      case Returned<?>(RegionAlarm.State _) -> "there is no such composite alarm";
      case Returned<?>(Object _) -> "none";
    };
  }
}
