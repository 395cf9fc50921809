package com.globalbooking.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;

/** What stands in a field whose name ends in {@code .$}: a path or an intrinsic function. */
public sealed interface Expression permits DataPath, Intrinsic, Expression.Literal {

  /**
   * The expression's value.
   *
   * @throws StateFailure when a path matches nothing or a function refuses its arguments
   */
  JsonNode evaluate(Scope scope) throws StateFailure;

  /**
   * An argument written into the definition.
   *
   * @param source a text as written, its escapes unresolved, for functions that have their own
   */
  record Literal(JsonNode value, String source) implements Expression {
    @Override
    public JsonNode evaluate(Scope scope) {
      return value;
    }
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException when it is neither a path nor a known function
   */
  static Expression parse(String text) {
    if (text.startsWith("$")) {
      return DataPath.parse(text);
    }
    if (text.startsWith("States.")) {
      return new IntrinsicParser(text).parse();
    }
    throw new IllegalArgumentException(
        "'" + text + "' is neither a JSONPath nor an intrinsic function");
  }
}
