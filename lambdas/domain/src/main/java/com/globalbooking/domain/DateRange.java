package com.globalbooking.domain;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.List;

/** The nights that begin on {@code from} to {@code to}, both included. */
public record DateRange(LocalDate from, LocalDate to) {
  public DateRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("must not be before the first day");
    }
  }

  /** How many nights. */
  public long length() {
    return DAYS.between(from, to) + 1;
  }

  /** Each night by the date on which it begins, in order. */
  public List<LocalDate> nights() {
    return from.datesUntil(to.plusDays(1)).toList();
  }
}
