package com.globalbooking.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One line of a statement's conditions: every value that the request has for a key must be among
 * these. Stricter than IAM in one point: a request that says nothing of the key never meets it,
 * also where IAM's {@code ForAllValues} would let it pass, so that nothing passes here by an
 * operation whose keys are not read.
 */
record Condition(String key, List<Wildcard> values) {
  private static final Set<String> OPERATORS =
      Set.of("StringEquals", "ForAllValues:StringEquals", "ArnEquals", "ArnLike");

  Condition {
    values = List.copyOf(values);
  }

  /**
   * Reads all conditions of a statement.
   *
   * @throws IllegalArgumentException for an operator that is not evaluated here
   */
  static List<Condition> parse(JsonNode json) {
    List<Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operator : json.properties()) {
      if (!OPERATORS.contains(operator.getKey())) {
        throw new IllegalArgumentException(
            "local Regions do not evaluate the condition '" + operator.getKey() + "'");
      }
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        conditions.add(
            new Condition(
                key.getKey(),
                Statement.strings(operator.getValue(), key.getKey())
                    .map(Wildcard::exact)
                    .toList()));
      }
    }
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException("a 'Condition' needs an operator and a key");
    }
    return List.copyOf(conditions);
  }

  boolean holdsFor(Map<String, Set<String>> context) {
    Set<String> asked = context.getOrDefault(key, Set.of());
    return !asked.isEmpty()
        && asked.stream().allMatch(it -> values.stream().anyMatch(value -> value.matches(it)));
  }
}
