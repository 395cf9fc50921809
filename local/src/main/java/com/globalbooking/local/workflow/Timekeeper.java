package com.globalbooking.local.workflow;

import com.globalbooking.local.workflow.data.StateFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;

/** Time as executions see it; tests have one that does not pass by itself. */
public interface Timekeeper {

  /** Work that may fail as a state does. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws StateFailure, InterruptedException;
  }

  Instant now();

  /** Returns when this moment has come. */
  void pauseUntil(Instant moment) throws InterruptedException;

  /**
   * Does work that may take so long.
   *
   * @throws TimeoutException when it took longer; it is interrupted then
   */
  <T> T within(Duration limit, Work<T> work)
      throws StateFailure, InterruptedException, TimeoutException;
}
