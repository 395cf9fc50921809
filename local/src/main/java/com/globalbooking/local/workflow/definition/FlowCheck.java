package com.globalbooking.local.workflow.definition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that the states of a flow lead to each other, and to an end. */
final class FlowCheck {
  private FlowCheck() {}

  /** Refuses states that do not exist, that nothing leads to, and flows without an end. */
  static void check(String where, Flow flow) {
    if (!flow.states().containsKey(flow.startAt())) {
      throw new IllegalArgumentException(
          "%s: 'StartAt' names no state: %s".formatted(where, flow.startAt()));
    }
    for (State state : flow.states().values()) {
      for (String target : targets(state)) {
        if (!flow.states().containsKey(target)) {
          throw new IllegalArgumentException(
              "%s.States.%s leads to '%s', which is not a state here"
                  .formatted(where, state.name(), target));
        }
      }
    }
    Set<String> reached = reached(flow);
    List<String> unreachable =
        flow.states().keySet().stream().filter(name -> !reached.contains(name)).toList();
    if (!unreachable.isEmpty()) {
      throw new IllegalArgumentException(where + ": nothing leads to " + unreachable);
    }
    if (flow.states().values().stream().noneMatch(FlowCheck::ends)) {
      throw new IllegalArgumentException(where + ": no state ends the flow");
    }
  }

  private static Set<String> reached(Flow flow) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(flow.startAt()));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (reached.add(name)) {
        open.addAll(targets(flow.state(name)));
      }
    }
    return reached;
  }

  private static boolean ends(State state) {
    return switch (state) {
      case State.Succeed _, State.Fail _ -> true;
      case State.Choice _ -> false;
      case State.Pass pass -> pass.next().isEmpty();
      case State.Task task -> task.next().isEmpty();
      case State.Wait wait -> wait.next().isEmpty();
      case State.Parallel parallel -> parallel.next().isEmpty();
      case State.Map map -> map.next().isEmpty();
    };
  }

  private static List<String> targets(State state) {
    return switch (state) {
      case State.Succeed _, State.Fail _ -> List.of();
      case State.Pass pass -> pass.next().stream().toList();
      case State.Wait wait -> wait.next().stream().toList();
      case State.Task task -> targets(task.next(), task.failures());
      case State.Parallel parallel -> targets(parallel.next(), parallel.failures());
      case State.Map map -> targets(map.next(), map.failures());
      case State.Choice choice -> {
        List<String> targets = new ArrayList<>(choice.otherwise().stream().toList());
        choice.rules().forEach(rule -> targets.add(rule.next()));
        yield targets;
      }
    };
  }

  private static List<String> targets(Optional<String> next, FailureHandling failures) {
    return Stream.concat(
            next.stream(), failures.catchers().stream().map(FailureHandling.Catcher::next))
        .toList();
  }
}
