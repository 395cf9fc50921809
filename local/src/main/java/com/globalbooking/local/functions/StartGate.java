package com.globalbooking.local.functions;

import com.globalbooking.local.functions.FunctionInstance.Start;
import com.globalbooking.local.functions.FunctionPool.Starter;
import java.util.concurrent.Semaphore;

/**
 * Lets only so many instances start at one time, of all functions of all Regions of this machine,
 * in order of arrival. Twenty JVMs that start together on two processors are all ready after twenty
 * seconds; one after the other, the first is ready after two.
 */
public final class StartGate {
  private final Semaphore turns;

  /**
   * @param startsAtOnce at least 1
   */
  public StartGate(int startsAtOnce) {
    if (startsAtOnce < 1) {
      throw new IllegalArgumentException("nothing could ever start");
    }
    this.turns = new Semaphore(startsAtOnce, true);
  }

  /** As many as this machine has processors. */
  public static StartGate ofThisMachine() {
    return new StartGate(Runtime.getRuntime().availableProcessors());
  }

  /** Starts an instance when it is its turn. */
  Start pass(Starter starter) throws InterruptedException {
    turns.acquire();
    try {
      return starter.start();
    } finally {
      turns.release();
    }
  }
}
