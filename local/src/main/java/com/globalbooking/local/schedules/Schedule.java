package com.globalbooking.local.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A schedule as the program declares it.
 *
 * @param beginning before which nothing is invoked
 * @param end after which nothing is invoked
 * @param input for the target; may name attributes such as {@code <aws.scheduler.scheduled-time>}
 */
public record Schedule(
    String arn,
    String name,
    ScheduleExpression expression,
    Optional<Instant> beginning,
    Optional<Instant> end,
    boolean enabled,
    String roleArn,
    ScheduleTarget target,
    String input,
    RetryPolicy retries) {

  /**
   * How long to go on with what the target does not take.
   *
   * @param attempts retries, 0 to 185
   * @param longest from the scheduled moment on
   */
  public record RetryPolicy(int attempts, Duration longest) {
    /** What Scheduler does when nothing is said. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(185, Duration.ofDays(1));

    public RetryPolicy {
      if (attempts < 0 || attempts > 185) {
        throw new IllegalArgumentException("a schedule retries 0 to 185 times, not " + attempts);
      }
    }
  }
}
