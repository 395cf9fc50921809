package com.globalbooking.domain.health;

import com.globalbooking.domain.health.CallOutcome.Returned;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One run of all probes, and what it continues.
 *
 * @param at when it began
 * @param results of every probe
 * @param failedInARow rounds that have failed without one between that succeeded, this one included
 * @param up whether fewer have failed in a row than make a Region count as down
 */
public record ProbeRound(
    Instant at, Map<Probe, ProbeResult> results, int failedInARow, boolean up) {
  public ProbeRound {
    results = Map.copyOf(results);
    if (results.size() != Probe.values().length) {
      throw new IllegalArgumentException("a round has a result of every probe");
    }
  }

  /**
   * The result of one probe.
   *
   * @param failedInARow failures of this probe in a row; 0 when it has just succeeded
   */
  public record ProbeResult(CallOutcome<Instant> outcome, int failedInARow) {
    /** Whether the probe succeeded. */
    public boolean succeeded() {
      return outcome instanceof Returned;
    }
  }

  /** The result of one probe. */
  public ProbeResult of(Probe probe) {
    return Objects.requireNonNull(results.get(probe));
  }

  /** Whether every probe succeeded. */
  public boolean succeeded() {
    return failed().isEmpty();
  }

  /** The probes that failed, in their order. */
  public Map<Probe, ProbeResult> failed() {
    Map<Probe, ProbeResult> failed = new TreeMap<>(results);
    failed.values().removeIf(ProbeResult::succeeded);
    return failed;
  }
}
