package com.globalbooking.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.local.workflow.data.DataPath;
import com.globalbooking.local.workflow.data.ReferencePath;
import com.globalbooking.local.workflow.data.Scope;
import com.globalbooking.local.workflow.data.StateFailure;
import com.globalbooking.local.workflow.definition.ChoiceRule;
import com.globalbooking.local.workflow.definition.DataFlow;
import com.globalbooking.local.workflow.definition.FailureHandling;
import com.globalbooking.local.workflow.definition.FailureHandling.Catcher;
import com.globalbooking.local.workflow.definition.Flow;
import com.globalbooking.local.workflow.definition.State;
import com.globalbooking.local.workflow.definition.State.FailText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Runs flows state by state. Holds nothing of an execution; that is in its {@link Frame}. */
final class Interpreter {
  private static final int LARGEST_PAYLOAD = 256 * 1024;

  private final Timekeeper time;
  private final Tasks tasks;
  private final Pauses pauses;
  private final Branches branches;

  /** What a state hands on, and to which one; the flow ends where there is none. */
  private record Step(JsonNode output, Optional<String> next) {}

  Interpreter(Timekeeper time, Tasks tasks) {
    this.time = time;
    this.tasks = tasks;
    this.pauses = new Pauses(time);
    this.branches = new Branches(this);
  }

  /**
   * Runs a flow to its end.
   *
   * @throws StateFailure when a state fails and nothing catches it
   */
  JsonNode run(Flow flow, JsonNode input, Frame frame)
      throws StateFailure, InterruptedException, ExecutionTimedOutException {
    JsonNode data = input;
    Optional<String> at = Optional.of(flow.startAt());
    while (at.isPresent()) {
      State state = flow.state(at.get());
      pauses.checkDeadline(frame.execution());
      String label = frame.label(state.name());
      frame.execution().happened(state.type() + "StateEntered", label, data);
      Step step = step(state, data, frame);
      limited(step.output());
      frame.execution().happened(state.type() + "StateExited", label, step.output());
      data = step.output();
      at = step.next();
    }
    return data;
  }

  private Step step(State state, JsonNode raw, Frame frame)
      throws StateFailure, InterruptedException, ExecutionTimedOutException {
    Instant entered = time.now();
    Scope scope = frame.scope(state, raw, entered, 0);
    return switch (state) {
      case State.Pass pass -> {
        JsonNode input = effectiveInput(pass.data(), scope);
        JsonNode output = output(pass.data(), scope, pass.result().orElse(input));
        yield new Step(output, pass.next());
      }
      case State.Succeed succeed -> {
        JsonNode input = selected(succeed.data().inputPath(), scope, "InputPath");
        yield new Step(
            selected(succeed.data().outputPath(), scope.with(input), "OutputPath"),
            Optional.empty());
      }
      case State.Fail fail ->
          throw new StateFailure(text(fail.error(), scope), text(fail.cause(), scope));
      case State.Choice choice -> choose(choice, scope);
      case State.Wait wait -> {
        Scope input = scope.with(selected(wait.data().inputPath(), scope, "InputPath"));
        pauses.pause(frame.execution(), Pauses.end(wait.until(), input, time.now()));
        yield new Step(selected(wait.data().outputPath(), input, "OutputPath"), wait.next());
      }
      case State.Task task ->
          handled(
              task,
              task.failures(),
              raw,
              frame,
              entered,
              attempt -> {
                JsonNode input = effectiveInput(task.data(), attempt);
                JsonNode result = tasks.run(task, input, attempt.with(input), frame.execution());
                return new Step(output(task.data(), attempt, result), task.next());
              });
      case State.Parallel parallel ->
          handled(
              parallel,
              parallel.failures(),
              raw,
              frame,
              entered,
              attempt -> {
                JsonNode input = effectiveInput(parallel.data(), attempt);
                JsonNode result = branches.all(parallel, input, frame);
                return new Step(output(parallel.data(), attempt, result), parallel.next());
              });
      case State.Map map ->
          handled(
              map,
              map.failures(),
              raw,
              frame,
              entered,
              attempt -> {
                JsonNode input = effectiveInput(map.data(), attempt);
                JsonNode result = branches.each(map, attempt.with(input), frame);
                return new Step(output(map.data(), attempt, result), map.next());
              });
    };
  }

  /** One try of a state that has retriers and catchers. */
  @FunctionalInterface
  private interface Attempt {
    Step run(Scope scope) throws StateFailure, InterruptedException, ExecutionTimedOutException;
  }

  private Step handled(
      State state,
      FailureHandling failures,
      JsonNode raw,
      Frame frame,
      Instant entered,
      Attempt attempt)
      throws StateFailure, InterruptedException, ExecutionTimedOutException {
    Retries retries = new Retries(failures);
    while (true) {
      try {
        return attempt.run(frame.scope(state, raw, entered, retries.count()));
      } catch (StateFailure failure) {
        String label = frame.label(state.name());
        JsonNode error = Execution.describe(failure);
        frame.execution().happened(state.type() + "Failed", label, error);
        Optional<Instant> again = retries.next(failure, time.now());
        if (again.isPresent()) {
          pauses.pause(frame.execution(), again.get());
          continue;
        }
        Catcher catcher = failures.catcher(failure).orElseThrow(() -> failure);
        return new Step(put(catcher.resultPath(), raw, error), Optional.of(catcher.next()));
      }
    }
  }

  private static Step choose(State.Choice choice, Scope scope) throws StateFailure {
    Scope input = scope.with(selected(choice.data().inputPath(), scope, "InputPath"));
    Optional<String> next = choice.otherwise();
    for (ChoiceRule rule : choice.rules()) {
      if (rule.condition().holds(input)) {
        next = Optional.of(rule.next());
        break;
      }
    }
    if (next.isEmpty()) {
      throw new StateFailure(
          StateFailure.NO_CHOICE_MATCHED,
          "No rule of '%s' matches, and it has no default".formatted(choice.name()));
    }
    return new Step(selected(choice.data().outputPath(), input, "OutputPath"), next);
  }

  private static JsonNode effectiveInput(DataFlow data, Scope scope) throws StateFailure {
    JsonNode input = selected(data.inputPath(), scope, "InputPath");
    if (data.parameters().isEmpty()) {
      return input;
    }
    JsonNode filled = data.parameters().get().fill(scope.with(input));
    limited(filled);
    return filled;
  }

  private static JsonNode output(DataFlow data, Scope scope, JsonNode result) throws StateFailure {
    JsonNode wanted =
        data.resultSelector().isPresent()
            ? data.resultSelector().get().fill(scope.with(result))
            : result;
    JsonNode whole = put(data.resultPath(), scope.data(), wanted);
    return selected(data.outputPath(), scope.with(whole), "OutputPath");
  }

  /** The result goes into the state's raw input, not into what it made of that. */
  private static JsonNode put(Optional<ReferencePath> path, JsonNode raw, JsonNode result)
      throws StateFailure {
    return path.isPresent() ? path.get().put(raw, result) : raw;
  }

  private static JsonNode selected(Optional<DataPath> path, Scope scope, String field)
      throws StateFailure {
    return path.isPresent()
        ? path.get().require(scope, field)
        : JsonNodeFactory.instance.objectNode();
  }

  private static String text(Optional<FailText> text, Scope scope) throws StateFailure {
    return switch (text.orElse(new FailText.Fixed(""))) {
      case FailText.Fixed(String fixed) -> fixed;
      case FailText.Computed(var expression) -> expression.evaluate(scope).asText();
    };
  }

  private static void limited(JsonNode payload) throws StateFailure {
    if (payload.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST_PAYLOAD) {
      throw new StateFailure(
          StateFailure.DATA_LIMIT_EXCEEDED,
          "A state's input or output is larger than " + LARGEST_PAYLOAD + " bytes");
    }
  }
}
