package com.globalbooking.domain.health;

import com.globalbooking.domain.health.CallOutcome.Returned;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Judges whether this Region is healthy: its probes succeed now, and its alarm is not raised. An
 * alarm that cannot be read is no reason to send guests elsewhere.
 */
public final class JudgingRegion {
  private final ProbingRegion probing;
  private final RegionAlarm alarm;
  private final TimedCalls calls;
  private final Duration alarmMax;

  /**
   * @param alarmMax an alarm that takes longer to read is not known
   */
  public JudgingRegion(
      ProbingRegion probing, RegionAlarm alarm, TimedCalls calls, Duration alarmMax) {
    this.probing = probing;
    this.alarm = alarm;
    this.calls = calls;
    this.alarmMax = alarmMax;
  }

  /** What was found. */
  public record Verdict(ProbeRound round, CallOutcome<RegionAlarm.State> alarm) {
    /** Whether guests may be sent here. */
    public boolean healthy() {
      return round.succeeded() && alarmState() != RegionAlarm.State.ALARM;
    }

    /** The state of the alarm; unknown when it could not be read. */
    public RegionAlarm.State alarmState() {
      return alarm instanceof Returned<RegionAlarm.State>(RegionAlarm.State state)
          ? state
          : RegionAlarm.State.UNKNOWN;
    }
  }

  /** Runs a new round of probes and reads the alarm meanwhile. */
  public Verdict judge() {
    Supplier<CallOutcome<RegionAlarm.State>> state = calls.start(alarm::state, alarmMax);
    ProbeRound round = probing.newRound();
    return new Verdict(round, state.get());
  }
}
