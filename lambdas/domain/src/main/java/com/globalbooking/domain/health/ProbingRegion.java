package com.globalbooking.domain.health;

import com.globalbooking.domain.health.CallOutcome.Returned;
import com.globalbooking.domain.health.ProbeRound.ProbeResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out by reads and a write whether this Region can take bookings. Each instance of a function
 * has one and knows only its own rounds. No fault of a store makes it throw.
 */
public final class ProbingRegion {

  /**
   * When a round is enough, and when it is over.
   *
   * @param failedRoundsMax so many failed rounds in a row make the Region count as down
   * @param ageMax a round that is older is not served any more
   * @param roundMax a probe that takes longer has failed
   */
  public record Limits(int failedRoundsMax, Duration ageMax, Duration roundMax) {}

  private static final List<Probe> PROBES = List.of(Probe.values());

  private final Probes probes;
  private final TimedCalls calls;
  private final Limits limits;
  private final Consumer<ProbeRound> listener;
  private final Clock clock;

  private @Nullable ProbeRound last;

  /**
   * @param listener is given each round, once
   */
  public ProbingRegion(
      Probes probes, TimedCalls calls, Limits limits, Consumer<ProbeRound> listener, Clock clock) {
    this.probes = probes;
    this.calls = calls;
    this.limits = limits;
    this.listener = listener;
    this.clock = clock;
  }

  /** The last round if it is young enough, else a new one. */
  public synchronized ProbeRound recentRound() {
    if (last == null) {
      return newRound();
    }
    Duration age = Duration.between(last.at(), clock.instant());
    // A clock that was set back must not keep a round alive.
    boolean young = !age.isNegative() && age.compareTo(limits.ageMax()) <= 0;
    return young ? last : newRound();
  }

  /** Runs all probes side by side. */
  public synchronized ProbeRound newRound() {
    Instant at = clock.instant();
    List<Callable<Instant>> all = new ArrayList<>();
    for (Probe probe : PROBES) {
      all.add(
          () -> {
            probes.run(probe, at);
            return at;
          });
    }
    ProbeRound round = after(last, at, calls.run(all, limits.roundMax()));
    last = round;
    listener.accept(round);
    return round;
  }

  private ProbeRound after(
      @Nullable ProbeRound before, Instant at, List<CallOutcome<Instant>> outcomes) {
    Map<Probe, ProbeResult> results = new EnumMap<>(Probe.class);
    boolean failed = false;
    for (int i = 0; i < PROBES.size(); i++) {
      Probe probe = PROBES.get(i);
      CallOutcome<Instant> outcome = outcomes.get(i);
      boolean succeeded = outcome instanceof Returned;
      failed |= !succeeded;
      int failuresBefore = before == null ? 0 : before.of(probe).failedInARow();
      results.put(probe, new ProbeResult(outcome, succeeded ? 0 : failuresBefore + 1));
    }
    int failedInARow = failed ? 1 + (before == null ? 0 : before.failedInARow()) : 0;
    return new ProbeRound(at, results, failedInARow, failedInARow < limits.failedRoundsMax());
  }
}
