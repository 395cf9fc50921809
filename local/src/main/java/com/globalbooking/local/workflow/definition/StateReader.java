package com.globalbooking.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.globalbooking.local.workflow.data.DataPath;
import com.globalbooking.local.workflow.data.Expression;
import com.globalbooking.local.workflow.data.ReferencePath;
import com.globalbooking.local.workflow.data.Template;
import com.globalbooking.local.workflow.definition.State.Concurrency;
import com.globalbooking.local.workflow.definition.State.FailText;
import com.globalbooking.local.workflow.definition.State.TimeLimit;
import com.globalbooking.local.workflow.definition.State.WaitUntil;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the states of a flow; each type has its fields and no others. */
final class StateReader {
  private static final Set<String> ALWAYS = Set.of("Type", "Comment", "QueryLanguage");
  private static final Set<String> PATHS = Set.of("InputPath", "OutputPath");
  private static final Set<String> GOES_ON = Set.of("Next", "End");
  private static final Set<String> RESULT =
      Set.of("Parameters", "ResultSelector", "ResultPath", "Retry", "Catch");
  private static final Set<String> TASK =
      Set.of(
          "Resource",
          "TimeoutSeconds",
          "TimeoutSecondsPath",
          "HeartbeatSeconds",
          "HeartbeatSecondsPath");
  private static final Set<String> WAIT =
      Set.of("Seconds", "SecondsPath", "Timestamp", "TimestampPath");
  private static final Set<String> MAP =
      Set.of(
          "ItemsPath",
          "ItemSelector",
          "ItemProcessor",
          "Iterator",
          "MaxConcurrency",
          "MaxConcurrencyPath");

  private final DefinitionReader flows;
  private final Predicate<String> knownResource;

  StateReader(DefinitionReader flows, Predicate<String> knownResource) {
    this.flows = flows;
    this.knownResource = knownResource;
  }

  State read(String name, Source state) {
    DefinitionReader.refuseJsonata(state);
    String type = state.text("Type");
    return switch (type) {
      case "Pass" -> {
        allow(state, PATHS, GOES_ON, Set.of("Parameters", "Result", "ResultPath"));
        Optional<JsonNode> result = Optional.ofNullable(state.json().get("Result"));
        yield new State.Pass(name, data(state, true), result, next(state));
      }
      case "Task" -> task(name, state);
      case "Choice" -> choice(name, state);
      case "Wait" -> {
        allow(state, PATHS, GOES_ON, WAIT);
        yield new State.Wait(name, data(state, true), until(state), next(state));
      }
      case "Succeed" -> {
        allow(state, PATHS);
        yield new State.Succeed(name, data(state, true));
      }
      case "Fail" -> {
        allow(state, Set.of("Error", "ErrorPath", "Cause", "CausePath"));
        yield new State.Fail(name, text(state, "Error"), text(state, "Cause"));
      }
      case "Parallel" -> {
        allow(state, PATHS, GOES_ON, RESULT, Set.of("Branches"));
        List<Flow> branches = state.objects("Branches").stream().map(flows::branch).toList();
        if (branches.isEmpty()) {
          throw state.wrong("Branches", "needs at least one branch");
        }
        yield new State.Parallel(
            name, data(state, true), branches, FailureReader.read(state), next(state));
      }
      case "Map" -> map(name, state);
      default -> throw state.wrong("Type", "is not a type of state: " + type);
    };
  }

  private State task(String name, Source state) {
    allow(state, PATHS, GOES_ON, RESULT, TASK);
    String resource = state.text("Resource");
    if (!knownResource.test(resource)) {
      throw state.wrong("Resource", "is nothing that local Regions can run: " + resource);
    }
    TimeLimit limit = new TimeLimit.None();
    exclusive(state, "TimeoutSeconds", "TimeoutSecondsPath");
    if (state.has("TimeoutSeconds")) {
      limit = new TimeLimit.Seconds(state.optionalWhole("TimeoutSeconds", 1).orElseThrow());
    } else if (state.has("TimeoutSecondsPath")) {
      limit = new TimeLimit.InData(state.parsed("TimeoutSecondsPath", DataPath::parse));
    }
    return new State.Task(
        name, data(state, true), resource, limit, FailureReader.read(state), next(state));
  }

  private static State choice(String name, Source state) {
    allow(state, PATHS, Set.of("Choices", "Default"));
    List<ChoiceRule> rules = state.objects("Choices").stream().map(ConditionReader::rule).toList();
    if (rules.isEmpty()) {
      throw state.wrong("Choices", "needs at least one rule");
    }
    return new State.Choice(name, data(state, true), rules, state.optionalText("Default"));
  }

  private State map(String name, Source state) {
    allow(state, PATHS, GOES_ON, RESULT, MAP);
    exclusive(state, "ItemProcessor", "Iterator");
    exclusive(state, "ItemSelector", "Parameters");
    exclusive(state, "MaxConcurrency", "MaxConcurrencyPath");
    Optional<Template> selector =
        template(state, "ItemSelector").or(() -> template(state, "Parameters"));
    Concurrency concurrency =
        state.has("MaxConcurrencyPath")
            ? new Concurrency.InData(state.parsed("MaxConcurrencyPath", DataPath::parse))
            : new Concurrency.Fixed(
                Math.toIntExact(state.optionalWhole("MaxConcurrency", 0).orElse(0L)));
    DataPath items =
        state.has("ItemsPath") ? state.parsed("ItemsPath", DataPath::parse) : DataPath.WHOLE;
    String processor = state.has("Iterator") ? "Iterator" : "ItemProcessor";
    return new State.Map(
        name,
        data(state, false),
        items,
        selector,
        concurrency,
        flows.processor(state.object(processor)),
        FailureReader.read(state),
        next(state));
  }

  private static DataFlow data(Source state, boolean parameters) {
    return new DataFlow(
        state.nullable("InputPath", DataPath.WHOLE, DataPath::parse),
        parameters ? template(state, "Parameters") : Optional.empty(),
        template(state, "ResultSelector"),
        state.nullable("ResultPath", ReferencePath.WHOLE, ReferencePath::parse),
        state.nullable("OutputPath", DataPath.WHOLE, DataPath::parse));
  }

  private static Optional<Template> template(Source state, String field) {
    if (!state.has(field)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Template.parse(state.node(field)));
    } catch (IllegalArgumentException e) {
      throw state.wrong(field, "is wrong: " + e.getMessage());
    }
  }

  private static WaitUntil until(Source state) {
    Set<String> given = new HashSet<>(WAIT);
    given.removeIf(field -> !state.has(field));
    if (given.size() != 1) {
      throw state.wrong("a Wait has exactly one of " + WAIT.stream().sorted().toList());
    }
    return switch (given.iterator().next()) {
      case "Seconds" -> new WaitUntil.Seconds(state.optionalWhole("Seconds", 0).orElseThrow());
      case "SecondsPath" ->
          new WaitUntil.SecondsInData(state.parsed("SecondsPath", DataPath::parse));
      case "TimestampPath" ->
          new WaitUntil.MomentInData(state.parsed("TimestampPath", DataPath::parse));
      default ->
          new WaitUntil.Moment(
              Kind.timestamp(TextNode.valueOf(state.text("Timestamp")))
                  .map(OffsetDateTime::toInstant)
                  .orElseThrow(() -> state.wrong("Timestamp", "is not a moment (RFC 3339)")));
    };
  }

  private static Optional<FailText> text(Source state, String field) {
    exclusive(state, field, field + "Path");
    if (state.has(field + "Path")) {
      return Optional.of(new FailText.Computed(state.parsed(field + "Path", Expression::parse)));
    }
    return state.optionalText(field).map(FailText.Fixed::new);
  }

  /** Where a state leads; empty when it ends its flow. Exactly one of both must be said. */
  private static Optional<String> next(Source state) {
    boolean end = state.has("End") && state.node("End").asBoolean();
    if (end == state.has("Next")) {
      throw state.wrong(
          end ? "it has both Next and End" : "'Next' is missing, and it does not end the flow");
    }
    return state.optionalText("Next");
  }

  private static void exclusive(Source state, String one, String other) {
    if (state.has(one) && state.has(other)) {
      throw state.wrong(one, "and '" + other + "' exclude each other");
    }
  }

  @SafeVarargs
  private static void allow(Source state, Set<String>... fields) {
    Set<String> allowed = new HashSet<>(ALWAYS);
    Stream.of(fields).forEach(allowed::addAll);
    state.allowOnly(Collections.unmodifiableSet(allowed));
  }
}
