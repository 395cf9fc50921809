package com.globalbooking.stack.alarms;

import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When people are paged.
 *
 * @param id last part of its name
 * @param meaning what is wrong and what to do, for whoever gets the message
 * @param runbook heading of {@code docs/runbooks.md} that says more
 * @param source what is measured
 * @param limit when a measurement is bad
 * @param periodSeconds over which the metric is taken together
 * @param window how many periods, and how many bad ones of them, make the alarm
 */
record Alarm(
    String id,
    String meaning,
    String runbook,
    Source source,
    Limit limit,
    int periodSeconds,
    Window window) {

  /** What is measured. */
  sealed interface Source {
    /** What CloudWatch tells metrics apart by, of every metric that is looked at. */
    List<Metric> metrics();
  }

  /**
   * A metric as it is published.
   *
   * @param statistic for example {@code Sum}, or a percentile such as {@code p95}
   */
  record Metric(
      String namespace, String name, String statistic, Map<String, Output<String>> dimensions)
      implements Source {
    Metric {
      dimensions = Map.copyOf(dimensions);
    }

    boolean isPercentile() {
      return statistic.startsWith("p");
    }

    @Override
    public List<Metric> metrics() {
      return List.of(this);
    }
  }

  /**
   * How many of a hundred are bad.
   *
   * @param atLeast below so many in a period nothing is bad: one of two is no half
   */
  record Share(Metric part, Metric whole, int atLeast) implements Source {
    @Override
    public List<Metric> metrics() {
      return List.of(part, whole);
    }
  }

  /**
   * When a measurement is bad.
   *
   * @param above bad above the threshold; else below it
   * @param threshold in the unit of the metric
   * @param silenceIsBad whether it is bad too when nothing is measured
   */
  record Limit(boolean above, double threshold, boolean silenceIsBad) {}

  /** So many bad periods among the last ones. */
  record Window(int bad, int of) {}

  private static final int MINUTE = 60;

  /** Rings as soon as one minute was above the threshold; counters are silent while all is well. */
  static Alarm above(String id, String meaning, Source source, double threshold) {
    return of(id, meaning, source, new Limit(true, threshold, false));
  }

  /** Rings as soon as one minute was below the threshold. */
  static Alarm below(String id, String meaning, Source source, double threshold) {
    return of(id, meaning, source, new Limit(false, threshold, false));
  }

  /** Rings when nothing was counted for so long. */
  static Alarm silent(String id, String meaning, Source source, int seconds) {
    return new Alarm(id, meaning, id, source, new Limit(false, 1, true), seconds, new Window(1, 1));
  }

  private static Alarm of(String id, String meaning, Source source, Limit limit) {
    return new Alarm(id, meaning, id, source, limit, MINUTE, new Window(1, 1));
  }

  /** The same, which rings only when it lasts. */
  Alarm lasting(int minutes) {
    return often(minutes, minutes);
  }

  /** The same, which rings only when it happens often enough. */
  Alarm often(int bad, int of) {
    return new Alarm(id, meaning, runbook, source, limit, periodSeconds, new Window(bad, of));
  }

  /** The same, which rings too when nothing is measured. */
  Alarm orSilent() {
    return new Alarm(
        id,
        meaning,
        runbook,
        source,
        new Limit(limit.above(), limit.threshold(), true),
        periodSeconds,
        window);
  }

  /** The same, explained under a heading that it shares with others of its kind. */
  Alarm explainedIn(String heading) {
    return new Alarm(id, meaning, heading, source, limit, periodSeconds, window);
  }

  /** Text for whoever is paged: what it means, and where to read what to do. */
  String description() {
    return meaning + " Runbook: docs/runbooks.md#" + runbook;
  }

  Optional<Metric> metric() {
    return source instanceof Metric metric ? Optional.of(metric) : Optional.empty();
  }
}
