package com.globalbooking.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.LocalRegion;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.metrics.AlarmStatus;
import com.globalbooking.local.metrics.Alarms;
import com.globalbooking.local.workflow.Execution;
import com.globalbooking.local.workflow.HistoryEvent;
import com.globalbooking.local.workflow.StateMachine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Executions and alarms, as they go over the control channel. */
final class OperationsReport {
  private OperationsReport() {}

  /** One execution without its history. */
  record Run(
      String region,
      String stateMachine,
      String name,
      String status,
      String started,
      @Nullable Long millis) {}

  /** One execution with its history. */
  record WholeRun(
      Run run,
      JsonNode input,
      @Nullable JsonNode output,
      @Nullable String error,
      @Nullable String cause,
      List<Event> history) {}

  record Event(long id, String at, String type, String state, JsonNode data) {}

  record Alarm(String region, String name, String state, String reason, String since) {}

  record Unreachable(String region, String name, String metric, String why) {}

  record AlarmList(List<Alarm> alarms, List<Unreachable> unreachable) {}

  static Run started(LocalRegion region) {
    return run(region, region.startReconciliation());
  }

  static List<Run> runs(LocalRegions local, Optional<RegionName> only) {
    return regions(local, only).stream()
        .flatMap(
            region ->
                region.operations().stateMachines().machines().stream()
                    .map(StateMachine::arn)
                    .flatMap(arn -> region.operations().stateMachines().executions(arn).stream())
                    .map(execution -> run(region, execution)))
        .toList();
  }

  /**
   * One execution.
   *
   * @param name its name, or the beginning of it
   */
  static WholeRun run(LocalRegions local, Optional<RegionName> only, String name) {
    for (LocalRegion region : regions(local, only)) {
      for (StateMachine machine : region.operations().stateMachines().machines()) {
        for (Execution execution : region.operations().stateMachines().executions(machine.arn())) {
          if (execution.name().startsWith(name)) {
            return new WholeRun(
                run(region, execution),
                execution.input(),
                execution.output().orElse(null),
                execution.failure().map(it -> it.error()).orElse(null),
                execution.failure().map(it -> it.explanation()).orElse(null),
                execution.history().stream().map(OperationsReport::event).toList());
          }
        }
      }
    }
    throw new IllegalArgumentException(
        "There is no execution '%s' here; see scripts/local executions.".formatted(name));
  }

  static AlarmList alarms(LocalRegions local, Optional<RegionName> only) {
    List<LocalRegion> regions = regions(local, only);
    return new AlarmList(
        regions.stream()
            .flatMap(
                region -> {
                  Alarms alarms = region.operations().monitoring().alarms();
                  return Stream.concat(alarms.compositeStatus().stream(), alarms.status().stream())
                      .map(it -> alarm(region, it));
                })
            .toList(),
        regions.stream()
            .flatMap(
                region ->
                    region.operations().monitoring().unreachableAlarms().stream()
                        .map(
                            it ->
                                new Unreachable(
                                    region.name().value(),
                                    it.name(),
                                    it.metric().toString(),
                                    it.why())))
            .toList());
  }

  private static List<LocalRegion> regions(LocalRegions local, Optional<RegionName> only) {
    return only.map(List::of).orElseGet(local::regions).stream().map(local::region).toList();
  }

  private static Run run(LocalRegion region, Execution execution) {
    return new Run(
        region.name().value(),
        execution.machine().name(),
        execution.name(),
        execution.status().name(),
        execution.started().toString(),
        execution
            .stopped()
            .map(it -> Duration.between(execution.started(), it).toMillis())
            .orElse(null));
  }

  private static Event event(HistoryEvent event) {
    return new Event(event.id(), event.at().toString(), event.type(), event.state(), event.data());
  }

  private static Alarm alarm(LocalRegion region, AlarmStatus status) {
    return new Alarm(
        region.name().value(),
        status.name(),
        status.state().name(),
        status.reason(),
        status.since().toString());
  }
}
