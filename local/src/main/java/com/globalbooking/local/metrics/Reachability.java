package com.globalbooking.local.metrics;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds alarms on metrics that nothing emits, and says how they miss. */
final class Reachability {
  private Reachability() {}

  static List<UnreachableAlarm> check(List<AlarmDefinition> alarms, Set<MetricId> emitted) {
    return alarms.stream()
        .flatMap(
            alarm ->
                alarm.measure().metrics().stream()
                    .flatMap(
                        metric ->
                            missed(metric, emitted)
                                .map(why -> new UnreachableAlarm(alarm.name(), metric, why))
                                .stream()))
        .toList();
  }

  private static Optional<String> missed(MetricId metric, Set<MetricId> emitted) {
    if (emitted.contains(metric)) {
      return Optional.empty();
    }
    Set<MetricId> namespace =
        emitted.stream()
            .filter(it -> it.namespace().equals(metric.namespace()))
            .collect(Collectors.toSet());
    if (namespace.isEmpty()) {
      return Optional.of("nothing emits in the namespace " + metric.namespace());
    }
    Set<MetricId> named =
        namespace.stream()
            .filter(it -> it.name().equals(metric.name()))
            .collect(Collectors.toSet());
    if (named.isEmpty()) {
      return Optional.of(
          "%s has no metric %s; it has %s"
              .formatted(
                  metric.namespace(),
                  metric.name(),
                  namespace.stream()
                      .map(MetricId::name)
                      .collect(Collectors.toCollection(TreeSet::new))));
    }
    boolean sameNames =
        named.stream()
            .anyMatch(it -> it.dimensions().keySet().equals(metric.dimensions().keySet()));
    String there =
        sameNames
            ? named.stream()
                .filter(it -> it.dimensions().keySet().equals(metric.dimensions().keySet()))
                .map(it -> new TreeMap<>(it.dimensions()).toString())
                .collect(Collectors.toCollection(TreeSet::new))
                .toString()
            : named.stream()
                .map(it -> new TreeSet<>(it.dimensions().keySet()).toString())
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    return Optional.of(
        "%s is emitted with %s %s, not with %s"
            .formatted(
                metric.name(),
                sameNames ? "the dimensions" : "dimensions named",
                there,
                new TreeMap<>(metric.dimensions())));
  }
}
