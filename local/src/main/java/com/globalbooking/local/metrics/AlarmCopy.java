package com.globalbooking.local.metrics;

/**
 * What a metric alarm watched, and how, when it was copied. Route 53 copies alarms: it looks at the
 * metric itself, and does not hear of later changes of the alarm.
 */
@FunctionalInterface
public interface AlarmCopy {
  /**
   * The state that the data lead to now.
   *
   * @param before the state so far, kept where the data do not decide
   */
  AlarmState judge(AlarmState before);
}
