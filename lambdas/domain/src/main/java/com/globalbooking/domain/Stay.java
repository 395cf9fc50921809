package com.globalbooking.domain;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.List;

/**
 * The nights from {@code checkIn} up to, not including, {@code checkOut}: 1 to {@value
 * #MAX_NIGHTS}.
 */
public record Stay(LocalDate checkIn, LocalDate checkOut) {
  public static final int MAX_NIGHTS = 30;

  public Stay {
    long nights = DAYS.between(checkIn, checkOut);
    if (nights < 1) {
      throw new IllegalArgumentException("must be after the day of check-in");
    }
    if (nights > MAX_NIGHTS) {
      throw new IllegalArgumentException("makes a stay of more than " + MAX_NIGHTS + " nights");
    }
  }

  /** The stay of one night that begins on {@code date}. */
  public static Stay oneNight(LocalDate date) {
    return new Stay(date, date.plusDays(1));
  }

  /** Each night by the date on which it begins, in order. */
  public List<LocalDate> nights() {
    return checkIn.datesUntil(checkOut).toList();
  }

  /** Whether this is a stay of a single night. */
  public boolean isOneNight() {
    return checkIn.plusDays(1).equals(checkOut);
  }
}
