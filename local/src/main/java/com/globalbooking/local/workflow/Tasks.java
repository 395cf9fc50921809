package com.globalbooking.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessControl.Decision;
import com.globalbooking.local.aws.Permission;
import com.globalbooking.local.workflow.data.DataPath;
import com.globalbooking.local.workflow.data.Scope;
import com.globalbooking.local.workflow.data.StateFailure;
import com.globalbooking.local.workflow.definition.State;
import com.globalbooking.local.workflow.definition.State.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Runs tasks: the role is asked first, and what it did is noted under the state machine. */
final class Tasks {
  private final TaskResources resources;
  private final AccessControl access;
  private final Timekeeper time;

  Tasks(TaskResources resources, AccessControl access, Timekeeper time) {
    this.resources = resources;
    this.access = access;
    this.time = time;
  }

  JsonNode run(State.Task task, JsonNode input, Scope scope, Execution execution)
      throws StateFailure, InterruptedException, ExecutionTimedOutException {
    TaskResource resource =
        resources
            .find(task.resource())
            .orElseThrow(
                () -> StateFailure.runtime("There is no resource " + task.resource() + " here"));
    authorise(execution.machine(), resource.permission(input));
    Optional<Duration> own = limit(task.timeout(), scope);
    Optional<Duration> left = left(execution);
    boolean ownFirst = own.isPresent() && (left.isEmpty() || own.get().compareTo(left.get()) <= 0);
    Optional<Duration> limit = ownFirst ? own : left;
    if (limit.isEmpty()) {
      return resource.run(input);
    }
    try {
      return time.within(limit.get(), () -> resource.run(input));
    } catch (TimeoutException late) {
      if (ownFirst) {
        throw new StateFailure(
            StateFailure.TIMEOUT, "The task took longer than " + limit.get().toSeconds() + " s");
      }
      throw new ExecutionTimedOutException();
    }
  }

  private void authorise(StateMachine machine, Permission asked) throws StateFailure {
    access.observe(machine.name(), asked.action());
    switch (access.check(machine.roleArn(), asked.action(), asked.resourceArn())) {
      case Decision.Allowed() -> {}
      case Decision.Denied(boolean _) ->
          throw new StateFailure(
              StateFailure.PERMISSIONS,
              "The role %s is not authorized to perform: %s on resource: %s"
                  .formatted(machine.roleArn(), asked.action(), asked.resourceArn()));
    }
  }

  private Optional<Duration> left(Execution execution) throws ExecutionTimedOutException {
    Optional<Instant> deadline = execution.deadline();
    if (deadline.isEmpty()) {
      return Optional.empty();
    }
    Duration left = Duration.between(time.now(), deadline.get());
    if (!left.isPositive()) {
      throw new ExecutionTimedOutException();
    }
    return Optional.of(left);
  }

  private static Optional<Duration> limit(TimeLimit limit, Scope scope) throws StateFailure {
    return switch (limit) {
      case TimeLimit.None() -> Optional.empty();
      case TimeLimit.Seconds(long seconds) -> Optional.of(Duration.ofSeconds(seconds));
      case TimeLimit.InData(DataPath path) ->
          Optional.of(Duration.ofSeconds(Pauses.seconds(path, scope, "TimeoutSecondsPath", 1)));
    };
  }
}
