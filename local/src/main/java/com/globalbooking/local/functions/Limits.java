package com.globalbooking.local.functions;

import java.time.Duration;

/**
 * What one machine can carry, where AWS has room for all.
 *
 * @param instances most instances of one function at one time, whatever its reserved concurrency
 * @param startingAtOnce most instances of one function that start at one time; they would only take
 *     the processor from each other and from the instances that work
 * @param queueWait how long an invocation waits for an instance before it is throttled; AWS would
 *     refuse at once beyond the reserved concurrency, but never lacks machines below it
 * @param startLimit of an instance, from its start to its first poll
 * @param stopLimit of an instance, from SIGTERM to SIGKILL
 */
public record Limits(
    int instances,
    int startingAtOnce,
    Duration queueWait,
    Duration startLimit,
    Duration stopLimit) {

  public Limits {
    if (instances < 1 || startingAtOnce < 1) {
      throw new IllegalArgumentException("a function needs at least one instance");
    }
  }

  /** Limits by the number of processors. */
  public static Limits ofThisMachine() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new Limits(
        Math.max(4, 2 * processors),
        Math.max(1, processors / 2),
        Duration.ofSeconds(25),
        Duration.ofSeconds(60),
        Duration.ofSeconds(3));
  }
}
