package com.globalbooking.local.schedules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.aws.Permission;
import com.globalbooking.local.workflow.StateMachines;
import com.globalbooking.local.workflow.StateMachines.Start;

/** Starts an execution of a state machine. */
public record StateMachineTarget(String arn, StateMachines machines) implements ScheduleTarget {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Permission permission() {
    return new Permission("states:StartExecution", arn);
  }

  @Override
  public Outcome invoke(String input) {
    try {
      return switch (machines.start(arn, JSON.readTree(input))) {
        case Start.Started _ -> new Outcome.Taken();
        case Start.NoSuchMachine() -> new Outcome.Refused("there is no state machine " + arn);
        case Start.NameTaken() -> new Outcome.Refused("the execution's name is taken");
      };
    } catch (JsonProcessingException e) {
      return new Outcome.Refused("the input is not JSON");
    }
  }
}
