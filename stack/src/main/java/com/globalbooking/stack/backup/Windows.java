package com.globalbooking.stack.backup;

import java.util.regex.Pattern;

/**
 * When AWS may work on databases, in UTC.
 *
 * @param backup {@code hh:mm-hh:mm}, at least half an hour
 * @param maintenance {@code ddd:hh:mm-ddd:hh:mm}
 */
public record Windows(String backup, String maintenance) {

  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
  private static final String DAY = "(mon|tue|wed|thu|fri|sat|sun)";
  private static final Pattern BACKUP = Pattern.compile(TIME + "-" + TIME);
  private static final Pattern MAINTENANCE =
      Pattern.compile("%1$s:%2$s-%1$s:%2$s".formatted(DAY, TIME));

  /**
   * Reads a window that stands on a day of the week.
   *
   * @throws IllegalArgumentException when it does not
   */
  public static String maintenance(String text) {
    if (!MAINTENANCE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a window in UTC such as sun:05:00-sun:06:00".formatted(text));
    }
    return text;
  }

  /**
   * Reads a window that stands on every day.
   *
   * @throws IllegalArgumentException when it does not
   */
  public static String backup(String text) {
    if (!BACKUP.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a window in UTC such as 03:00-04:00".formatted(text));
    }
    return text;
  }
}
