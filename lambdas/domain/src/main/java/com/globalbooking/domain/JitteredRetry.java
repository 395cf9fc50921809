package com.globalbooking.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Repeats an attempt that others got in the way of, after random pauses, inside a time budget. Full
 * jitter: each pause is drawn from zero to a limit that doubles, so that competitors spread out
 * instead of meeting again.
 */
public final class JitteredRetry {

  /**
   * How long and how eagerly to try.
   *
   * @param budget from the start of the first attempt; no attempt begins after it
   * @param firstPause limit of the first pause; the limit doubles each time
   * @param longestPause the limit never grows past this
   */
  public record Limits(Duration budget, Duration firstPause, Duration longestPause) {}

  private final Limits limits;
  private final Clock clock;
  private final Pause pause;
  private final RandomGenerator random;

  public JitteredRetry(Limits limits, Clock clock, Pause pause, RandomGenerator random) {
    this.limits = limits;
    this.clock = clock;
    this.pause = pause;
    this.random = random;
  }

  /**
   * Runs {@code attempt} until {@code decided} accepts its result or the budget is spent.
   *
   * @return the last result, decided or not
   */
  public <T> T until(Predicate<T> decided, Supplier<T> attempt) {
    Instant end = clock.instant().plus(limits.budget());
    Duration limit = limits.firstPause();
    while (true) {
      T result = attempt.get();
      if (decided.test(result)) {
        return result;
      }
      Duration wait = Duration.ofNanos(random.nextLong(limit.toNanos() + 1));
      if (!clock.instant().plus(wait).isBefore(end) || !slept(wait)) {
        return result;
      }
      Duration doubled = limit.multipliedBy(2);
      limit = doubled.compareTo(limits.longestPause()) < 0 ? doubled : limits.longestPause();
    }
  }

  private boolean slept(Duration wait) {
    try {
      pause.pause(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
