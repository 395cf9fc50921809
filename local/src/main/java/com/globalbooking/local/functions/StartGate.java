package com.globalbooking.local.functions;

import com.globalbooking.local.functions.FunctionInstance.Start;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;

/**
 * Lets only so many instances start at one time, of all functions of all Regions of this machine: a
 * function that has none yet before those that want one more, then in order of arrival. Twenty JVMs
 * that start together on two processors are all ready after twenty seconds; one after the other,
 * the first is ready after two.
 */
public final class StartGate {
  private final PriorityQueue<Turn> waiting =
      new PriorityQueue<>(Comparator.comparingInt(Turn::others).thenComparingLong(Turn::number));
  private int free;
  private long arrivals;

  private record Turn(int others, long number, CountDownLatch come) {}

  /** What starts an instance. */
  @FunctionalInterface
  interface Starting {
    Start start() throws InterruptedException;
  }

  /**
   * @param startsAtOnce at least 1
   */
  public StartGate(int startsAtOnce) {
    if (startsAtOnce < 1) {
      throw new IllegalArgumentException("nothing could ever start");
    }
    this.free = startsAtOnce;
  }

  /** As many as this machine has processors. */
  public static StartGate ofThisMachine() {
    return new StartGate(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Starts an instance when it is its turn.
   *
   * @param others instances that the function has already
   */
  Start pass(int others, Starting starting) throws InterruptedException {
    Turn turn = arrive(others);
    try {
      turn.come().await();
    } catch (InterruptedException stopped) {
      leave(turn);
      throw stopped;
    }
    try {
      return starting.start();
    } finally {
      next();
    }
  }

  private synchronized Turn arrive(int others) {
    var turn = new Turn(others, arrivals++, new CountDownLatch(1));
    waiting.add(turn);
    admit();
    return turn;
  }

  private synchronized void leave(Turn turn) {
    if (!waiting.remove(turn)) {
      next(); // its turn had come
    }
  }

  private synchronized void next() {
    free++;
    admit();
  }

  private synchronized void admit() {
    while (free > 0 && !waiting.isEmpty()) {
      free--;
      waiting.remove().come().countDown();
    }
  }
}
