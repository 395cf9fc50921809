package com.globalbooking.local.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The alarms of one Region. Thread-safe. */
public final class Alarms {
  private final Clock clock;
  private final MetricStore store;
  private final AlarmTopic topic;
  private final Instant observedSince;
  private final Map<String, Watched> alarms = new TreeMap<>();
  private final List<String> failedActions = new CopyOnWriteArrayList<>();

  private record Watched(AlarmDefinition alarm, AlarmStatus status) {}

  private record Change(AlarmDefinition alarm, AlarmState before, AlarmStatus now) {}

  /** Alarms over values that are observed from now on. */
  public Alarms(Clock clock, MetricStore store, AlarmTopic topic) {
    this.clock = clock;
    this.store = store;
    this.topic = topic;
    this.observedSince = clock.instant();
  }

  /** Takes an alarm; one of the same name is replaced. */
  public synchronized void deploy(AlarmDefinition alarm) {
    var status =
        new AlarmStatus(
            alarm.name(),
            AlarmState.INSUFFICIENT_DATA,
            "Unchecked: Initial alarm creation",
            clock.instant());
    alarms.put(alarm.name(), new Watched(alarm, status));
  }

  /** Every alarm, by name. */
  public synchronized List<AlarmStatus> status() {
    return alarms.values().stream().map(Watched::status).toList();
  }

  /** Every alarm with its definition, by name. */
  public synchronized List<DescribedAlarm> described() {
    return alarms.values().stream().map(it -> DescribedAlarm.of(it.alarm(), it.status())).toList();
  }

  /**
   * Copies what an alarm watches, as it is defined now.
   *
   * @return empty when there is no alarm of that name
   * @throws IllegalArgumentException when it is one that Route 53 does not copy: of a percentile,
   *     or of some of several datapoints
   */
  public synchronized Optional<AlarmCopy> copy(String name) {
    return Optional.ofNullable(alarms.get(name))
        .map(Watched::alarm)
        .map(
            alarm -> {
              if (!(alarm.statistic() instanceof Statistic.Simple)
                  || alarm.datapointsToAlarm() != alarm.evaluationPeriods()) {
                throw new IllegalArgumentException(
                    "Route 53 cannot watch the alarm %s: it copies no percentile and no M of N"
                        .formatted(name));
              }
              return before ->
                  AlarmRule.decide(alarm, points(alarm, clock.instant()), before).state();
            });
  }

  synchronized List<AlarmDefinition> definitions() {
    return alarms.values().stream().map(Watched::alarm).toList();
  }

  /** Decides about each alarm as of now, and tells topics what has changed. */
  public void evaluate() {
    for (Change change : changes()) {
      List<String> told =
          switch (change.now().state()) {
            case ALARM -> change.alarm().alarmActions();
            case OK -> change.alarm().okActions();
            case INSUFFICIENT_DATA -> List.of();
          };
      for (String arn : told) {
        tell(arn, change);
      }
    }
  }

  /** As in AWS, an action that fails is not tried again: it is seen in {@link #failedActions}. */
  private void tell(String arn, Change change) {
    try {
      topic.publish(
          change.alarm().arn(),
          arn,
          AlarmNotice.subject(change.now(), regionOf(change.alarm())),
          AlarmNotice.json(change.alarm(), change.before(), change.now()));
    } catch (IllegalStateException refused) {
      failedActions.add("%s: %s".formatted(change.alarm().name(), refused.getMessage()));
    }
  }

  /** Actions that did not reach their topic, and why. */
  public List<String> failedActions() {
    return List.copyOf(failedActions);
  }

  private synchronized List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    Instant now = clock.instant();
    alarms.replaceAll(
        (name, watched) -> {
          AlarmState before = watched.status().state();
          AlarmRule.Verdict verdict =
              AlarmRule.decide(watched.alarm(), points(watched.alarm(), now), before);
          boolean same = verdict.state() == before;
          Instant since = same ? watched.status().since() : now;
          var status = new AlarmStatus(name, verdict.state(), verdict.reason(), since);
          if (!same) {
            changes.add(new Change(watched.alarm(), before, status));
          }
          return new Watched(watched.alarm(), status);
        });
    return changes;
  }

  /**
   * One value per period, the latest last: those that have passed, and the one under way as soon as
   * it breaches and nothing to come can undo that.
   */
  private List<Optional<Double>> points(AlarmDefinition alarm, Instant now) {
    Duration period = alarm.period();
    Instant current =
        Instant.ofEpochSecond(now.getEpochSecond() / period.toSeconds() * period.toSeconds());
    List<Optional<Double>> points = new ArrayList<>();
    for (int i = alarm.evaluationPeriods() + AlarmRule.MORE_PERIODS; i >= 1; i--) {
      Instant from = current.minus(period.multipliedBy(i));
      if (!from.isBefore(observedSince)) {
        points.add(store.value(alarm.metric(), from, period, alarm.statistic()));
      }
    }
    if (alarm.statistic().onlyGrows() && alarm.threshold().forGood()) {
      Optional<Double> underWay = store.value(alarm.metric(), current, period, alarm.statistic());
      if (underWay.filter(alarm.threshold()::breachedBy).isPresent()) {
        points.add(underWay);
      }
    }
    return points;
  }

  private static String regionOf(AlarmDefinition alarm) {
    String[] arn = alarm.arn().split(":", 6);
    return arn.length == 6 ? arn[3] : "";
  }
}
