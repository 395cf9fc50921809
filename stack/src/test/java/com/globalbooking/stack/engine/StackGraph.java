package com.globalbooking.stack.engine;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.StackOutput;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run registered.
 *
 * @param problems errors of the run, as lines; empty when it went well
 */
public record StackGraph(
    List<Registered> resources, Map<String, Output<?>> outputs, String problems) {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  /** The same, which must have run without an error. */
  public StackGraph sound() {
    if (!problems.isEmpty()) {
      throw new AssertionError("The program failed: " + problems);
    }
    return this;
  }

  /** Resources of a type, by name. */
  public List<Registered> ofType(String type) {
    return resources.stream()
        .filter(resource -> resource.type().equals(type))
        .sorted(Comparator.comparing(Registered::name))
        .toList();
  }

  /** The one resource of a type and name. */
  public Registered resource(String type, String name) {
    return ofType(type).stream()
        .filter(resource -> resource.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + type + " " + name));
  }

  /** Whether the role of a function allows an action on a resource, by name and not by wildcard. */
  public boolean allows(Function function, String action, String resourceArn) {
    Registered policy =
        resource("aws:iam/rolePolicy:RolePolicy", "functions-" + function.id() + "-role-policy");
    return Policy.statements(policy.text("policy")).stream()
        .filter(statement -> Policy.actions(statement).contains(action))
        .anyMatch(statement -> Policy.resources(statement).contains(resourceArn));
  }

  /** A function as it is deployed. */
  public Registered deployed(Function function) {
    return resource("aws:lambda/function:Function", "functions-" + function.id());
  }

  /** The ARN of a function. */
  public String arn(Function function) {
    return String.valueOf(
        ((Map<?, ?>) output(StackOutput.FUNCTION_ARNS).orElseThrow()).get(function.id()));
  }

  /** The value of an output; empty while it is unknown. */
  public Optional<Object> output(String name) {
    Output<?> output = outputs.get(name);
    if (output == null) {
      throw new AssertionError("No output " + name + " among " + outputs.keySet());
    }
    return value(output);
  }

  /**
   * The whole graph as text to compare and to review: for each resource its type, name, parent,
   * what must exist before and its inputs, sorted.
   */
  public String snapshot() {
    var text = new StringBuilder();
    resources.stream()
        .sorted(Comparator.comparing(Registered::type).thenComparing(Registered::name))
        .forEach(resource -> describe(resource, text));
    outputs.forEach(
        (name, output) ->
            text.append("output ")
                .append(name)
                .append(" = ")
                .append(json(value(output)))
                .append('\n'));
    return text.toString();
  }

  private static String json(Optional<Object> value) {
    return value.map(GSON::toJson).orElse("unknown");
  }

  private static Optional<Object> value(Output<?> output) {
    return Internal.of(output).getDataAsync().join().getValueOptional().map(Object.class::cast);
  }

  private static void describe(Registered resource, StringBuilder text) {
    text.append(resource.type()).append(' ').append(resource.name()).append('\n');
    line(text, "parent", shortName(resource.parent()));
    if (!resource.provider().isEmpty()) {
      line(text, "provider", shortName(resource.provider().replaceAll("::[^:]*$", "")));
    }
    if (resource.protect()) {
      line(text, "protected", "");
    }
    if (resource.retained()) {
      line(text, "retained", "");
    }
    resource.ignored().forEach(input -> line(text, "ignores changes of", input));
    resource.dependencies().stream()
        .map(StackGraph::shortName)
        .sorted()
        .forEach(name -> line(text, "after", name));
    for (Map.Entry<String, JsonElement> input : resource.inputs().entrySet()) {
      describe(input.getKey(), input.getValue(), text);
    }
    text.append('\n');
  }

  /** A policy takes a line for each statement, so that a change of it is seen. */
  private static void describe(String key, JsonElement value, StringBuilder text) {
    if (key.equals("policy")) {
      Policy.statements(value.getAsString())
          .forEach(statement -> line(text, key, "= " + GSON.toJson(statement)));
    } else {
      line(text, key, "= " + GSON.toJson(value));
    }
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("  ").append((label + " " + value).stripTrailing()).append('\n');
  }

  /** Last type and name of a URN. */
  private static String shortName(String urn) {
    String[] parts = urn.split("::", -1);
    return parts.length < 4
        ? urn
        : parts[2].substring(parts[2].lastIndexOf('$') + 1) + " " + parts[3];
  }
}
