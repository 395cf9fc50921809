package com.globalbooking.local.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * One invocation that is due, or will be.
 *
 * @param scheduled the moment that the schedule meant
 * @param attempt 1 for the first one
 */
record Firing(Schedule schedule, Instant scheduled, String id, int attempt, Instant due) {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int LONGEST_PAUSE_DOUBLINGS = 6;

  static Firing first(Schedule schedule, Instant scheduled) {
    return new Firing(schedule, scheduled, UUID.randomUUID().toString(), 1, scheduled);
  }

  /** The next attempt, each after twice the pause; empty when the policy has no more. */
  Optional<Firing> again(Instant now) {
    if (attempt > schedule.retries().attempts()) {
      return Optional.empty();
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, LONGEST_PAUSE_DOUBLINGS));
    Instant then = now.plus(pause);
    return then.isAfter(scheduled.plus(schedule.retries().longest()))
        ? Optional.empty()
        : Optional.of(new Firing(schedule, scheduled, id, attempt + 1, then));
  }

  /** The input with what it asks about this invocation filled in. */
  String input() {
    return schedule
        .input()
        .replace("<aws.scheduler.schedule-arn>", schedule.arn())
        .replace(
            "<aws.scheduler.scheduled-time>", scheduled.truncatedTo(ChronoUnit.SECONDS).toString())
        .replace("<aws.scheduler.execution-id>", id)
        .replace("<aws.scheduler.attempt-number>", Integer.toString(attempt));
  }
}
