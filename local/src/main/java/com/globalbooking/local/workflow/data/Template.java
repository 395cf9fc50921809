package com.globalbooking.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A payload template ({@code Parameters}, {@code ItemSelector}, {@code ResultSelector}): JSON in
 * which a field whose name ends in {@code .$} is computed. Expressions are read once, when the
 * definition is deployed.
 */
public final class Template {
  private static final String COMPUTED = ".$";

  private sealed interface Part {
    record Constant(JsonNode value) implements Part {}

    record Group(Map<String, Part> fields) implements Part {}

    record Sequence(List<Part> items) implements Part {}

    record Computed(Expression expression) implements Part {}
  }

  private final Part root;

  private Template(Part root) {
    this.root = root;
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException when a computed field has no expression
   */
  public static Template parse(JsonNode json) {
    return new Template(part(json));
  }

  /**
   * Fills the template in.
   *
   * @throws StateFailure when an expression cannot be evaluated
   */
  public JsonNode fill(Scope scope) throws StateFailure {
    return fill(root, scope);
  }

  private static Part part(JsonNode json) {
    if (json instanceof ObjectNode object) {
      Map<String, Part> fields = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        String name = field.getKey();
        if (name.endsWith(COMPUTED)) {
          if (!field.getValue().isTextual()) {
            throw new IllegalArgumentException("'" + name + "' must hold a path or a function");
          }
          fields.put(
              name.substring(0, name.length() - COMPUTED.length()),
              new Part.Computed(Expression.parse(field.getValue().textValue())));
        } else {
          fields.put(name, part(field.getValue()));
        }
      }
      return new Part.Group(fields);
    }
    if (json instanceof ArrayNode array) {
      List<Part> items = new ArrayList<>();
      array.forEach(item -> items.add(part(item)));
      return new Part.Sequence(items);
    }
    return new Part.Constant(json);
  }

  private static JsonNode fill(Part part, Scope scope) throws StateFailure {
    return switch (part) {
      case Part.Constant(JsonNode value) -> value;
      case Part.Computed(Expression expression) -> expression.evaluate(scope);
      case Part.Group(Map<String, Part> fields) -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, Part> field : fields.entrySet()) {
          object.set(field.getKey(), fill(field.getValue(), scope));
        }
        yield object;
      }
      case Part.Sequence(List<Part> items) -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Part item : items) {
          array.add(fill(item, scope));
        }
        yield array;
      }
    };
  }
}
