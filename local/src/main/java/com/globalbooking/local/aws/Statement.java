package com.globalbooking.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One statement of a role's policy. */
record Statement(
    boolean allow, List<Wildcard> actions, List<Wildcard> resources, List<Condition> conditions) {
  private static final Set<String> UNDERSTOOD =
      Set.of("Sid", "Effect", "Action", "Resource", "Condition");

  /**
   * Reads a statement.
   *
   * @throws IllegalArgumentException for what cannot be evaluated here; to ignore it would grant
   *     too much or too little
   */
  static Statement parse(JsonNode json) {
    for (var field : json.properties()) {
      if (!UNDERSTOOD.contains(field.getKey())) {
        throw new IllegalArgumentException(
            "local Regions do not evaluate '" + field.getKey() + "' in a policy statement");
      }
    }
    String effect = json.path("Effect").asText();
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      throw new IllegalArgumentException("'" + effect + "' is not the effect of a statement");
    }
    return new Statement(
        effect.equals("Allow"),
        strings(json, "Action").map(Wildcard::ignoringCase).toList(),
        strings(json, "Resource").map(Wildcard::exact).toList(),
        json.has("Condition") ? Condition.parse(json.path("Condition")) : List.of());
  }

  boolean matches(Permission asked) {
    return actions.stream().anyMatch(pattern -> pattern.matches(asked.action()))
        && resources.stream().anyMatch(pattern -> pattern.matches(asked.resourceArn()))
        && conditions.stream().allMatch(condition -> condition.holdsFor(asked.context()));
  }

  static Stream<String> strings(JsonNode json, String field) {
    JsonNode value = json.path(field);
    List<JsonNode> values =
        value.isArray()
            ? StreamSupport.stream(value.spliterator(), false).toList()
            : List.of(value);
    if (values.isEmpty() || !values.stream().allMatch(JsonNode::isTextual)) {
      throw new IllegalArgumentException("a statement needs '" + field + "', one or a list");
    }
    return values.stream().map(JsonNode::asText);
  }
}
