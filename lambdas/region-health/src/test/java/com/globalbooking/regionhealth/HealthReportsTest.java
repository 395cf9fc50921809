package com.globalbooking.regionhealth;

import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.health.CallOutcome;
import com.globalbooking.domain.health.CallOutcome.Failed;
import com.globalbooking.domain.health.CallOutcome.Late;
import com.globalbooking.domain.health.CallOutcome.Returned;
import com.globalbooking.domain.health.Hearing;
import com.globalbooking.domain.health.JudgingRegion.Verdict;
import com.globalbooking.domain.health.Probe;
import com.globalbooking.domain.health.ProbeRound;
import com.globalbooking.domain.health.ProbeRound.ProbeResult;
import com.globalbooking.domain.health.RegionAlarm;
import com.globalbooking.domain.health.SendingHeartbeat.Report;
import com.globalbooking.metrics.Metrics;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the on-call reads. */
class HealthReportsTest {
  private static final Formatter FORMAT = new PatternFormatter("%p %s");
  private static final Logger LOGGER = Logger.getLogger(HealthReports.class.getName());

  private final List<String> lines = new ArrayList<>();
  private final Handler handler = new Lines();
  private final HealthReports reports =
      new HealthReports(
          new Metrics(
              new PrintStream(OutputStream.nullOutputStream()),
              Clock.fixed(NOW, ZoneOffset.UTC),
              "test"));

  @BeforeEach
  void listen() {
    LOGGER.addHandler(handler);
  }

  @AfterEach
  void stop() {
    LOGGER.removeHandler(handler);
  }

  @Test
  void aRoundThatSucceededIsNotWorthALine() {
    reports.report(round(new Returned<>(NOW), 0, true));

    assertThat(lines).isEmpty();
  }

  @Test
  void aFailedProbeIsNamedWithItsFault() {
    reports.report(round(new Failed<>(new IllegalStateException("no grant")), 1, true));

    assertThat(lines)
        .containsExactly(
            "WARN Probe control failed, 1 in a row: java.lang.IllegalStateException: no grant");
  }

  @Test
  void aRegionThatIsDownIsAnError() {
    reports.report(round(new Late<>(), 3, false));

    assertThat(lines)
        .containsExactly(
            "WARN Probe control failed, 3 in a row: no answer in time",
            "ERROR This Region is down: 3 rounds of probes failed in a row");
  }

  @Test
  void anAlarmThatIsNotKnownSaysWhy() {
    ProbeRound round = round(new Returned<>(NOW), 0, true);
    reports.report(new Verdict(round, new Returned<>(RegionAlarm.State.UNKNOWN)));
    reports.report(new Verdict(round, new Late<>()));
    reports.report(new Verdict(round, new Failed<>(new IllegalStateException("no grant"))));
    reports.report(new Verdict(round, new Returned<>(RegionAlarm.State.ALARM)));
    reports.report(new Verdict(round, new Returned<>(RegionAlarm.State.OK)));

    assertThat(lines)
        .containsExactly(
            "WARN The state of this Region's alarm is unknown: there is no such composite alarm",
            "WARN The state of this Region's alarm is unknown: no answer in time",
            "WARN The state of this Region's alarm is unknown:"
                + " java.lang.IllegalStateException: no grant",
            "WARN The alarm of this Region is raised");
  }

  @Test
  void aHeartbeatThatWasNotWrittenIsAnError() {
    reports.report(new Report(new Returned<>(Map.of()), new Returned<>(Optional.empty())));
    reports.report(new Report(new Late<>(), new Failed<>(new IllegalStateException("no grant"))));

    assertThat(lines)
        .containsExactly(
            "ERROR The heartbeat was not written: another writer was faster each time",
            "ERROR The heartbeats of the other Regions could not be read: no answer in time",
            "ERROR The heartbeat was not written: java.lang.IllegalStateException: no grant");
  }

  @Test
  void aHeartbeatThatIsNotBelievedOrCannotBeReadNamesTheRegion() {
    for (Hearing hearing :
        List.of(new Hearing.FromTheFuture(NOW), new Hearing.Malformed(), new Hearing.Unread())) {
      reports.report(new Report(new Returned<>(Map.of(THERE, hearing)), new Late<>()));
    }

    assertThat(lines)
        .filteredOn(line -> line.contains(THERE.code()))
        .containsExactly(
            "ERROR The heartbeat of eu-west-1 is from the future and not believed: " + NOW,
            "ERROR The heartbeat of eu-west-1 has no time that can be read",
            "WARN The heartbeat of eu-west-1 was left unread by a busy table");
  }

  /** A round in which only one probe may fail. */
  private static ProbeRound round(CallOutcome<Instant> control, int failedInARow, boolean up) {
    Map<Probe, ProbeResult> results = new HashMap<>();
    for (Probe probe : Probe.values()) {
      results.put(
          probe,
          probe == Probe.CONTROL
              ? new ProbeResult(control, failedInARow)
              : new ProbeResult(new Returned<>(NOW), 0));
    }
    return new ProbeRound(NOW, results, failedInARow, up);
  }

  private final class Lines extends Handler {
    @Override
    public void publish(LogRecord line) {
      lines.add(FORMAT.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
