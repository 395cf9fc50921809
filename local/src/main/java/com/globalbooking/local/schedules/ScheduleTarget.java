package com.globalbooking.local.schedules;

import com.globalbooking.local.aws.Permission;

/** What a schedule invokes. */
public interface ScheduleTarget {

  /** What an invocation came to. */
  sealed interface Outcome {
    /** The target has it. */
    record Taken() implements Outcome {}

    /** It has not; trying again may help. */
    record Refused(String why) implements Outcome {}
  }

  /** What the schedule's role must be allowed. */
  Permission permission();

  /** Invokes the target. */
  Outcome invoke(String input);
}
