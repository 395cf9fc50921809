package com.globalbooking.local.metrics;

/** States of an alarm, named as CloudWatch names them. */
public enum AlarmState {
  OK,
  ALARM,
  INSUFFICIENT_DATA
}
