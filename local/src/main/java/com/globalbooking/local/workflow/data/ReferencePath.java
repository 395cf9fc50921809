package com.globalbooking.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path that names one place, where a result is put: {@code ResultPath}. */
public final class ReferencePath {
  private static final Pattern STEP =
      Pattern.compile("\\.([^.\\[\\]*?@()'\"\\s]+)|\\['([^']+)'\\]|\\[(\\d{1,6})\\]");

  /** The whole data. */
  public static final ReferencePath WHOLE = new ReferencePath("$", List.of());

  private sealed interface Step {
    record Field(String name) implements Step {}

    record Index(int index) implements Step {}
  }

  private final String text;
  private final List<Step> steps;

  private ReferencePath(String text, List<Step> steps) {
    this.text = text;
    this.steps = steps;
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException when it is not one, or can match several places
   */
  public static ReferencePath parse(String text) {
    List<Step> steps = new ArrayList<>();
    if (!text.startsWith("$") || text.startsWith("$$")) {
      throw new IllegalArgumentException("'" + text + "' is not a reference path into the data");
    }
    Matcher next = STEP.matcher(text).region(1, text.length());
    while (next.lookingAt()) {
      if (next.group(3) != null) {
        steps.add(new Step.Index(Integer.parseInt(next.group(3))));
      } else {
        steps.add(new Step.Field(next.group(1) != null ? next.group(1) : next.group(2)));
      }
      next.region(next.end(), text.length());
    }
    if (next.regionStart() != text.length()) {
      throw new IllegalArgumentException("'" + text + "' is not a reference path");
    }
    return new ReferencePath(text, List.copyOf(steps));
  }

  /**
   * The data with the value at this place; objects on the way are made where there is nothing.
   *
   * @throws StateFailure {@code States.ResultPathMatchFailure} when something else is on the way
   */
  public JsonNode put(JsonNode data, JsonNode value) throws StateFailure {
    if (steps.isEmpty()) {
      return value;
    }
    JsonNode changed = data.deepCopy();
    JsonNode at = changed;
    for (int i = 0; i < steps.size(); i++) {
      boolean last = i == steps.size() - 1;
      at = last ? set(at, steps.get(i), value) : descend(at, steps.get(i));
    }
    return changed;
  }

  @Override
  public String toString() {
    return text;
  }

  private JsonNode descend(JsonNode at, Step step) throws StateFailure {
    return switch (step) {
      case Step.Field(String name) when at instanceof ObjectNode object -> {
        JsonNode child = object.get(name);
        yield child == null ? object.putObject(name) : child;
      }
      case Step.Index(int index) when at instanceof ArrayNode array && index < array.size() ->
          array.get(index);
      case Step.Field _, Step.Index _ -> throw mismatch(at);
    };
  }

  private JsonNode set(JsonNode at, Step step, JsonNode value) throws StateFailure {
    switch (step) {
      case Step.Field(String name) when at instanceof ObjectNode object -> object.set(name, value);
      case Step.Index(int index) when at instanceof ArrayNode array && index < array.size() ->
          array.set(index, value);
      case Step.Field _, Step.Index _ -> throw mismatch(at);
    }
    return value;
  }

  private StateFailure mismatch(JsonNode at) {
    return new StateFailure(
        StateFailure.RESULT_PATH_MATCH_FAILURE,
        "Unable to apply the ResultPath '%s': %s is on the way".formatted(text, Excerpt.of(at)));
  }
}
