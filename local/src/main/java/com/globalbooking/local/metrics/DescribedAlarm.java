package com.globalbooking.local.metrics;

import java.util.Optional;

/**
 * An alarm as {@code DescribeAlarms} tells of it.
 *
 * @param definition of an alarm on a metric
 * @param rule of a composite alarm
 */
public record DescribedAlarm(
    String arn,
    AlarmStatus status,
    String description,
    Optional<AlarmDefinition> definition,
    Optional<String> rule) {

  /** An alarm on a metric. */
  static DescribedAlarm of(AlarmDefinition alarm, AlarmStatus status) {
    return new DescribedAlarm(
        alarm.arn(), status, alarm.description(), Optional.of(alarm), Optional.empty());
  }

  /** A composite alarm. */
  static DescribedAlarm of(CompositeAlarm alarm, AlarmStatus status) {
    return new DescribedAlarm(
        alarm.arn(), status, alarm.description(), Optional.empty(), Optional.of(alarm.rule()));
  }

  /** Whether it follows other alarms. */
  public boolean isComposite() {
    return rule.isPresent();
  }
}
