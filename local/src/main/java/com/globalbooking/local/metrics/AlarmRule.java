package com.globalbooking.local.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decision about one alarm: M of N datapoints, with more periods looked at than N so that late
 * or missing ones do not decide alone, as CloudWatch documents it.
 */
final class AlarmRule {
  /** Periods looked at beyond N. */
  static final int MORE_PERIODS = 2;

  private AlarmRule() {}

  /** A state and why. */
  record Verdict(AlarmState state, String reason) {}

  /**
   * Decides.
   *
   * @param points one per period that was observed, the latest last; empty where it has no value
   * @param current the state so far, kept where the datapoints do not decide
   */
  static Verdict decide(AlarmDefinition alarm, List<Optional<Double>> points, AlarmState current) {
    int wanted = alarm.evaluationPeriods();
    List<Double> real = points.stream().flatMap(Optional::stream).toList();
    List<Double> looked = real.subList(Math.max(0, real.size() - wanted), real.size());
    int breaching = (int) looked.stream().filter(alarm.threshold()::breachedBy).count();
    int fine = looked.size() - breaching;
    int missing = Math.min(wanted, points.size()) - looked.size();
    if (points.isEmpty()) {
      return new Verdict(current, "no period has passed since the Region started");
    }
    AlarmState state =
        switch (alarm.missing()) {
          case BREACHING -> decided(breaching + Math.max(0, missing), alarm);
          case NOT_BREACHING -> decided(breaching, alarm);
          case IGNORE, MISSING -> {
            if (breaching >= alarm.datapointsToAlarm()) {
              yield AlarmState.ALARM;
            }
            if (fine > 0) {
              yield AlarmState.OK;
            }
            boolean missingDecides = alarm.missing() == MissingData.MISSING;
            if (looked.isEmpty()) {
              yield missingDecides ? AlarmState.INSUFFICIENT_DATA : current;
            }
            // Nothing but breaching ones, yet too few: an alarm only once that is no late arrival.
            boolean old = ageOfOldestBreach(alarm, points) >= alarm.datapointsToAlarm();
            yield missingDecides && old ? AlarmState.ALARM : current;
          }
        };
    return new Verdict(state, reason(alarm, looked, breaching, missing));
  }

  private static AlarmState decided(int breaching, AlarmDefinition alarm) {
    return breaching >= alarm.datapointsToAlarm() ? AlarmState.ALARM : AlarmState.OK;
  }

  /** 1 for the latest period. */
  private static int ageOfOldestBreach(AlarmDefinition alarm, List<Optional<Double>> points) {
    int from = Math.max(0, points.size() - alarm.evaluationPeriods());
    for (int i = from; i < points.size(); i++) {
      if (points.get(i).filter(alarm.threshold()::breachedBy).isPresent()) {
        return points.size() - i;
      }
    }
    return 0;
  }

  private static String reason(
      AlarmDefinition alarm, List<Double> looked, int breaching, int missing) {
    List<String> said = new ArrayList<>();
    said.add(
        "%d of the last %d datapoints %s breach: %s %s (%d needed)"
            .formatted(
                breaching,
                looked.size(),
                looked,
                alarm.measure(),
                alarm.threshold(),
                alarm.datapointsToAlarm()));
    if (missing > 0) {
      said.add("%d without data, treated as %s".formatted(missing, alarm.missing().id()));
    }
    return String.join("; ", said);
  }
}
