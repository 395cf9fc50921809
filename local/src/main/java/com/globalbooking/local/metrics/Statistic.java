package com.globalbooking.local.metrics;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one period's values come to. */
public sealed interface Statistic {
  /** A statistic with a name of its own. */
  enum Simple implements Statistic {
    SAMPLE_COUNT("SampleCount"),
    SUM("Sum"),
    AVERAGE("Average"),
    MINIMUM("Minimum"),
    MAXIMUM("Maximum");

    private final String name;

    Simple(String name) {
      this.name = name;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A percentile, 0 to 100. */
  record Percentile(double rank) implements Statistic {
    @Override
    public String toString() {
      return "p" + (rank == Math.rint(rank) ? Long.toString((long) rank) : Double.toString(rank));
    }
  }

  /**
   * Reads {@code Sum}, {@code p95} and the like.
   *
   * @throws IllegalArgumentException for what is not evaluated here
   */
  static Statistic parse(String text) {
    for (Simple simple : Simple.values()) {
      if (simple.name.equals(text)) {
        return simple;
      }
    }
    Matcher percentile = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,2})?|100)").matcher(text);
    if (percentile.matches()) {
      return new Percentile(Double.parseDouble(percentile.group(1)));
    }
    throw new IllegalArgumentException(
        "'%s' is not a statistic that local Regions evaluate: %s or a percentile such as p95"
            .formatted(text, Arrays.toString(Simple.values())));
  }

  /** Whether more values can only raise it, so that a period need not end to exceed a threshold. */
  default boolean onlyGrows() {
    return this == Simple.SUM || this == Simple.MAXIMUM || this == Simple.SAMPLE_COUNT;
  }
}
