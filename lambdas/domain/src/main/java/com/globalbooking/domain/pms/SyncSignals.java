package com.globalbooking.domain.pms;

import com.globalbooking.domain.PropertyId;
import java.time.Duration;

/** What people and alarms want to know of. */
public interface SyncSignals {
  /** An event is tried for the first time, so long after it happened. */
  void firstAttempt(Duration sinceEvent);

  /** A circuit opened, for the first time or because its probe failed. */
  void circuitOpened(PmsName pms);

  /**
   * A notice waits, without an attempt, because the circuit of its PMS is open, or half open while
   * another notice probes.
   */
  void waitsForCircuit(PmsName pms);

  /** An attempt failed. */
  void failed(PmsNotice notice, PmsName pms, String reason);

  /** Nothing more could be done for a property just now. */
  void fault(PropertyId property, Throwable fault);
}
