package com.globalbooking.httpapi;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Turns what a value's type says against it into a 400 that names the field. */
final class Checked {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** The last place on earth where a day ends. */
  private static final ZoneOffset WESTMOST = ZoneOffset.ofHours(-12);

  static <V, T> T field(String field, V value, Function<V, T> type) throws InvalidRequestException {
    return field(field, () -> type.apply(value));
  }

  static <T> T field(String field, Supplier<T> value) throws InvalidRequestException {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      // Thrown by a record of the domain; its message is the rest of our sentence.
      throw new InvalidRequestException(field, String.valueOf(e.getMessage()));
    }
  }

  /** A day that exists, written {@code yyyy-mm-dd}. */
  static LocalDate date(String text) {
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must be a day that exists", e);
    }
    throw new IllegalArgumentException("must be a date like 2026-12-31");
  }

  /** Refuses a day that is over everywhere: hotels may be in any time zone. */
  static void notPast(String field, LocalDate date, Clock clock) throws InvalidRequestException {
    if (date.isBefore(LocalDate.ofInstant(clock.instant(), WESTMOST))) {
      throw new InvalidRequestException(field, "must not be in the past");
    }
  }

  private Checked() {}
}
