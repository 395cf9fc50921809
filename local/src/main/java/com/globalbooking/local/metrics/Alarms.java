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
import java.util.stream.Stream;

/** The alarms of one Region. Thread-safe. */
public final class Alarms {
  private final Clock clock;
  private final MetricStore store;
  private final AlarmTopic topic;
  private final Instant observedSince;
  private final Map<String, Watched> alarms = new TreeMap<>();
  private final List<String> failedActions = new CopyOnWriteArrayList<>();

  private final Map<String, CompositeAlarm> composites = new TreeMap<>();
  private final Map<String, AlarmStatus> compositeStates = new TreeMap<>();

  private record Watched(AlarmDefinition alarm, AlarmStatus status) {}

  /** What is to be published because an alarm has come into another state. */
  private record Change(String arn, List<String> actions, AlarmStatus now, String notice) {}

  /** Alarms over values that are observed from now on. */
  public Alarms(Clock clock, MetricStore store, AlarmTopic topic) {
    this.clock = clock;
    this.store = store;
    this.topic = topic;
    this.observedSince = clock.instant();
  }

  /** Takes an alarm; one of the same name is replaced. */
  public synchronized void deploy(AlarmDefinition alarm) {
    alarms.put(alarm.name(), new Watched(alarm, initial(alarm.name())));
  }

  /**
   * Takes an alarm over other alarms; one of the same name is replaced.
   *
   * @throws IllegalArgumentException when its rule cannot be evaluated over the alarms that there
   *     are
   */
  public synchronized void deploy(CompositeAlarm alarm) {
    var _ = alarm.state(this::stateOf);
    composites.put(alarm.name(), alarm);
    compositeStates.put(alarm.name(), initial(alarm.name()));
  }

  /** Takes an alarm away; that there is none is no failure. */
  public synchronized void remove(String name) {
    alarms.remove(name);
    composites.remove(name);
    compositeStates.remove(name);
  }

  /** Every alarm on metrics, by name. */
  public synchronized List<AlarmStatus> status() {
    return alarms.values().stream().map(Watched::status).toList();
  }

  /** Every alarm as {@code DescribeAlarms} tells of it: those on metrics, then the others. */
  public synchronized List<DescribedAlarm> described() {
    Stream<DescribedAlarm> onMetrics =
        alarms.values().stream().map(it -> DescribedAlarm.of(it.alarm(), it.status()));
    Stream<DescribedAlarm> overOthers =
        composites.values().stream()
            .map(
                it ->
                    DescribedAlarm.of(
                        it, compositeStates.getOrDefault(it.name(), initial(it.name()))));
    return Stream.concat(onMetrics, overOthers).toList();
  }

  /**
   * Copies what an alarm watches, as it is defined now.
   *
   * @return empty when there is no alarm of that name
   * @throws IllegalArgumentException when it is one that Route 53 does not copy: of a formula, a
   *     percentile, or some of several datapoints
   */
  public synchronized Optional<AlarmCopy> copy(String name) {
    return Optional.ofNullable(alarms.get(name))
        .map(Watched::alarm)
        .map(
            alarm -> {
              if (!(alarm.measure() instanceof Measure.OfMetric(_, Statistic.Simple _))
                  || alarm.datapointsToAlarm() != alarm.evaluationPeriods()) {
                throw new IllegalArgumentException(
                    "Route 53 cannot watch the alarm %s: it copies no formula, no percentile and no M of N"
                        .formatted(name));
              }
              return before ->
                  AlarmRule.decide(alarm, points(alarm, clock.instant()), before).state();
            });
  }

  /** Every alarm over other alarms, by name. */
  public synchronized List<AlarmStatus> compositeStatus() {
    return List.copyOf(compositeStates.values());
  }

  synchronized List<AlarmDefinition> definitions() {
    return alarms.values().stream().map(Watched::alarm).toList();
  }

  /** Decides about each alarm as of now, and tells topics what has changed. */
  public void evaluate() {
    for (Change change : changes()) {
      change.actions().forEach(topicArn -> tell(topicArn, change));
    }
  }

  /** As in AWS, an action that fails is not tried again: it is seen in {@link #failedActions}. */
  private void tell(String topicArn, Change change) {
    try {
      topic.publish(
          change.arn(),
          topicArn,
          AlarmNotice.subject(change.now(), regionOf(change.arn())),
          change.notice());
    } catch (IllegalStateException refused) {
      failedActions.add("%s: %s".formatted(change.now().name(), refused.getMessage()));
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
          AlarmStatus status = next(watched.status(), verdict.state(), verdict.reason(), now);
          AlarmDefinition alarm = watched.alarm();
          if (status.state() != before) {
            String notice = AlarmNotice.json(alarm, before, status);
            changes.add(
                new Change(
                    alarm.arn(),
                    actions(status, alarm.alarmActions(), alarm.okActions()),
                    status,
                    notice));
          }
          return new Watched(alarm, status);
        });
    composites.values().forEach(alarm -> decide(alarm, now, changes));
    return changes;
  }

  private void decide(CompositeAlarm alarm, Instant now, List<Change> changes) {
    AlarmStatus before = compositeStates.getOrDefault(alarm.name(), initial(alarm.name()));
    AlarmStatus status = next(before, alarm.state(this::stateOf), alarm.rule(), now);
    compositeStates.put(alarm.name(), status);
    if (status.state() != before.state()) {
      changes.add(
          new Change(
              alarm.arn(),
              actions(status, alarm.alarmActions(), alarm.okActions()),
              status,
              AlarmNotice.json(alarm, before.state(), status)));
    }
  }

  private AlarmState stateOf(String name) {
    Watched watched = alarms.get(name);
    if (watched == null) {
      throw new IllegalArgumentException("there is no alarm " + name);
    }
    return watched.status().state();
  }

  private AlarmStatus initial(String name) {
    return new AlarmStatus(
        name, AlarmState.INSUFFICIENT_DATA, "Unchecked: Initial alarm creation", clock.instant());
  }

  private static AlarmStatus next(
      AlarmStatus before, AlarmState state, String reason, Instant now) {
    return new AlarmStatus(
        before.name(), state, reason, state == before.state() ? before.since() : now);
  }

  private static List<String> actions(
      AlarmStatus status, List<String> alarmActions, List<String> okActions) {
    return switch (status.state()) {
      case ALARM -> alarmActions;
      case OK -> okActions;
      case INSUFFICIENT_DATA -> List.of();
    };
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
        points.add(alarm.measure().value(store, from, period));
      }
    }
    if (alarm.measure().onlyGrows() && alarm.threshold().forGood()) {
      Optional<Double> underWay = alarm.measure().value(store, current, period);
      if (underWay.filter(alarm.threshold()::breachedBy).isPresent()) {
        points.add(underWay);
      }
    }
    return points;
  }

  private static String regionOf(String alarmArn) {
    String[] arn = alarmArn.split(":", 6);
    return arn.length == 6 ? arn[3] : "";
  }
}
