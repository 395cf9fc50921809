package com.globalbooking.domain.health;

/** The alarm that says whether guests can book in this Region. */
@FunctionalInterface
public interface RegionAlarm {

  /**
   * Its state now. Throws an unchecked exception when the service that keeps alarms does not answer
   * or refuses.
   */
  State state();

  /** What the alarm says. */
  enum State {
    /** Guests can book. */
    OK,
    /** Guests cannot book. */
    ALARM,
    /** The alarms below it have no data yet. */
    INSUFFICIENT_DATA,
    /** There is no such alarm, or it says something that this version does not know. */
    UNKNOWN
  }
}
