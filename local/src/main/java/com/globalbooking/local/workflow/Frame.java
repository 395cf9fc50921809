package com.globalbooking.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.local.workflow.data.Scope;
import com.globalbooking.local.workflow.definition.State;
import java.time.Instant;
import java.util.Optional;

/**
 * Where in an execution a state is run: the execution itself, or an iteration of a Map.
 *
 * @param item the innermost Map's item
 */
record Frame(Execution execution, Optional<Item> item) {

  /** One item of a Map. */
  record Item(int index, JsonNode value, String of) {}

  static Frame of(Execution execution) {
    return new Frame(execution, Optional.empty());
  }

  Frame iteration(State.Map map, int index, JsonNode value) {
    return new Frame(execution, Optional.of(new Item(index, value, label(map.name()))));
  }

  /** A state's name in the history. */
  String label(String state) {
    return item.map(it -> "%s[%d].%s".formatted(it.of(), it.index(), state)).orElse(state);
  }

  /** What a state sees. */
  Scope scope(State state, JsonNode data, Instant entered, int retries) {
    StateMachine machine = execution.machine();
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context
        .putObject("Execution")
        .put("Id", execution.arn())
        .put("Name", execution.name())
        .put("RoleArn", machine.roleArn())
        .put("StartTime", execution.started().toString())
        .set("Input", execution.input());
    context.putObject("StateMachine").put("Id", machine.arn()).put("Name", machine.name());
    context
        .putObject("State")
        .put("Name", state.name())
        .put("EnteredTime", entered.toString())
        .put("RetryCount", retries);
    item.ifPresent(
        it ->
            context
                .putObject("Map")
                .putObject("Item")
                .put("Index", it.index())
                .set("Value", it.value()));
    return new Scope(data, context);
  }
}
