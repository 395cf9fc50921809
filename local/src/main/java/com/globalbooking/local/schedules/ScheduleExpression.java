package com.globalbooking.local.schedules;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a schedule invokes its target. */
public sealed interface ScheduleExpression {
  /** At once, and then after each interval. */
  record Rate(Duration interval) implements ScheduleExpression {}

  /** Once. */
  record At(Instant moment) implements ScheduleExpression {}

  /**
   * Reads {@code rate(value unit)} or {@code at(yyyy-mm-ddThh:mm:ss)}.
   *
   * @param zone in which {@code at} is meant
   * @throws IllegalArgumentException with a sentence for anything else
   */
  static ScheduleExpression parse(String text, ZoneId zone) {
    Matcher rate = Pattern.compile("rate\\((\\d{1,6}) (minute|hour|day)s?\\)").matcher(text);
    if (rate.matches() && !rate.group(1).matches("0+")) {
      long value = Long.parseLong(rate.group(1));
      return new Rate(
          switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(value);
            case "hour" -> Duration.ofHours(value);
            default -> Duration.ofDays(value);
          });
    }
    Matcher at = Pattern.compile("at\\((.+)\\)").matcher(text);
    if (at.matches()) {
      try {
        return new At(LocalDateTime.parse(at.group(1)).atZone(zone).toInstant());
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("'" + text + "' has no date and time", e);
      }
    }
    if (text.startsWith("cron(")) {
      throw new IllegalArgumentException(
          "local Regions do not evaluate '" + text + "': they know rate(...) and at(...)");
    }
    throw new IllegalArgumentException("'" + text + "' is not a schedule expression");
  }

  /** The first moment, of a schedule that begins then. */
  default Instant first(Instant beginning) {
    return switch (this) {
      case Rate _ -> beginning;
      case At(Instant moment) -> moment;
    };
  }

  /**
   * The next moment. Moments that have passed meanwhile, because the machine slept, are left out.
   *
   * @param last the moment before
   */
  default Optional<Instant> next(Instant last, Instant now) {
    return switch (this) {
      case Rate(Duration interval) -> {
        long missed = Math.max(0, Duration.between(last, now).dividedBy(interval));
        yield Optional.of(last.plus(interval.multipliedBy(missed + 1)));
      }
      case At _ -> Optional.empty();
    };
  }
}
