package com.globalbooking.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Dates of hotels whose time zone nobody told us. */
public final class Days {
  private static final ZoneOffset LAST_ON_EARTH = ZoneOffset.ofHours(-12);

  /** The earliest day that is not over somewhere on Earth. */
  public static LocalDate notYetOver(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), LAST_ON_EARTH);
  }

  private Days() {}
}
