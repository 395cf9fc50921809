package com.globalbooking.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What following bookings showed, for people.
 *
 * @param functions those of the Region
 * @param notOnce bookings that the hotel's system or the audit trail does not have exactly once
 */
record FollowReport(
    Machine machine,
    List<StartedFunction> functions,
    int unmeasured,
    int measured,
    Map<FollowStep, Histogram> delays,
    long notOnce) {

  /**
   * One function of the run.
   *
   * @param packaging {@code native} or {@code jvm}
   * @param fastestStartMillis of its instances, from the start of the process to the first poll
   */
  record StartedFunction(
      String id, String packaging, double packageMegabytes, long fastestStartMillis) {}

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        ## After a booking

        %d bookings one after the other, after %d unmeasured, each followed until it had arrived everywhere, in one of two \
        local Regions on this machine. Delays in milliseconds, counted from the answer (the answer itself from the \
        request). Bookings not exactly once in PMS and audit trail: %d.

        Machine: %s, %d cores, %.0f GB, %s, %s.

        | | p50 | p95 | max | service level | |
        | --- | --: | --: | --: | --: | --- |
        """
            .formatted(
                measured,
                unmeasured,
                notOnce,
                machine.cpu(),
                machine.cores(),
                machine.memoryGigabytes(),
                machine.system(),
                machine.jdk()));
    delays.forEach((step, histogram) -> text.append(row(step, histogram)));
    text.append(
        """

        | function | package | megabytes, zipped | fastest start, ms |
        | --- | --- | --: | --: |
        """);
    functions.forEach(function -> text.append(row(function)));
    return text.toString();
  }

  private static String row(StartedFunction function) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.1f | %s |\n",
        function.id(),
        function.packaging(),
        function.packageMegabytes(),
        function.fastestStartMillis() == 0 ? "not started" : function.fastestStartMillis());
  }

  /** Whether every delay is within its service level at P95, and everything arrived once. */
  boolean kept() {
    return notOnce == 0
        && delays.entrySet().stream().allMatch(it -> kept(it.getKey(), it.getValue()));
  }

  private static boolean kept(FollowStep step, Histogram delays) {
    return step.serviceLevel()
        .map(level -> delays.getValueAtPercentile(95) <= level.toNanos())
        .orElse(true);
  }

  private static String row(FollowStep step, Histogram delays) {
    Optional<Duration> level = step.serviceLevel();
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f | %s | %s |\n",
        step.words(),
        delays.getValueAtPercentile(50) / 1e6,
        delays.getValueAtPercentile(95) / 1e6,
        delays.getMaxValue() / 1e6,
        level.map(it -> Long.toString(it.toMillis())).orElse(""),
        level.isEmpty() ? "" : kept(step, delays) ? "kept" : "missed");
  }
}
