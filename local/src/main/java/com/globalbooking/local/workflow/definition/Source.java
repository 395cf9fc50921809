package com.globalbooking.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An object of a definition with where it stands, so that each refusal names the place.
 *
 * @param where for example {@code States.Check.Retry[0]}
 */
record Source(String where, JsonNode json) {

  Source {
    if (!json.isObject()) {
      throw new IllegalArgumentException(where + " must be an object");
    }
  }

  /** Refuses every field that is not named here. */
  void allowOnly(Set<String> fields) {
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (!fields.contains(field.getKey())) {
        throw wrong(field.getKey(), "is not a field here, or not one that is supported locally");
      }
    }
  }

  boolean has(String field) {
    return json.has(field);
  }

  JsonNode node(String field) {
    JsonNode node = json.get(field);
    if (node == null) {
      throw wrong(field, "is missing");
    }
    return node;
  }

  String text(String field) {
    JsonNode node = node(field);
    if (!node.isTextual() || node.textValue().isEmpty()) {
      throw wrong(field, "must be a string");
    }
    return node.textValue();
  }

  Optional<String> optionalText(String field) {
    return has(field) ? Optional.of(text(field)) : Optional.empty();
  }

  /** A whole number that may be absent. */
  Optional<Long> optionalWhole(String field, long least) {
    if (!has(field)) {
      return Optional.empty();
    }
    JsonNode node = node(field);
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < least) {
      throw wrong(field, "must be a whole number of at least " + least);
    }
    return Optional.of(node.longValue());
  }

  Optional<Double> optionalNumber(String field, double least) {
    if (!has(field)) {
      return Optional.empty();
    }
    JsonNode node = node(field);
    if (!node.isNumber() || node.doubleValue() < least) {
      throw wrong(field, "must be a number of at least " + least);
    }
    return Optional.of(node.doubleValue());
  }

  Source object(String field) {
    return new Source(where + "." + field, node(field));
  }

  /** The objects of a list; none when it is absent. */
  List<Source> objects(String field) {
    List<Source> objects = new ArrayList<>();
    if (has(field)) {
      JsonNode list = node(field);
      if (!list.isArray()) {
        throw wrong(field, "must be a list");
      }
      for (int i = 0; i < list.size(); i++) {
        objects.add(new Source("%s.%s[%d]".formatted(where, field, i), list.get(i)));
      }
    }
    return objects;
  }

  /** What a text of a field means; the sentence of a refusal gets the place in front. */
  <T> T parsed(String field, Function<String, T> parser) {
    try {
      return parser.apply(text(field));
    } catch (IllegalArgumentException e) {
      throw wrong(field, "is wrong: " + e.getMessage());
    }
  }

  /** What may be absent ({@code absent}) or null (empty). */
  <T> Optional<T> nullable(String field, T absent, Function<String, T> parser) {
    if (!has(field)) {
      return Optional.of(absent);
    }
    return node(field).isNull() ? Optional.empty() : Optional.of(parsed(field, parser));
  }

  IllegalArgumentException wrong(String field, String why) {
    return new IllegalArgumentException("%s: '%s' %s".formatted(where, field, why));
  }

  IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException(where + ": " + why);
  }
}
