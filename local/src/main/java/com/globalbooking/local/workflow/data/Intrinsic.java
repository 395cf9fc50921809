package com.globalbooking.local.workflow.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A call of an intrinsic function. */
public final class Intrinsic implements Expression {

  /** What a function does with its arguments. */
  @FunctionalInterface
  interface Body {
    JsonNode apply(Arguments arguments) throws StateFailure;
  }

  /**
   * A function.
   *
   * @param fewest fewest arguments
   * @param most most arguments
   */
  record Definition(int fewest, int most, Body body) {}

  private static final Map<String, Definition> FUNCTIONS = IntrinsicFunctions.all();

  private final String name;
  private final Definition definition;
  private final List<Expression> arguments;

  private Intrinsic(String name, Definition definition, List<Expression> arguments) {
    this.name = name;
    this.definition = definition;
    this.arguments = arguments;
  }

  /**
   * A call.
   *
   * @throws IllegalArgumentException when there is no such function, or not with so many arguments
   */
  static Intrinsic of(String name, List<Expression> arguments) {
    Definition definition = FUNCTIONS.get(name);
    if (definition == null) {
      throw new IllegalArgumentException("there is no intrinsic function '" + name + "'");
    }
    if (arguments.size() < definition.fewest() || arguments.size() > definition.most()) {
      throw new IllegalArgumentException(
          "%s does not take %d arguments".formatted(name, arguments.size()));
    }
    return new Intrinsic(name, definition, List.copyOf(arguments));
  }

  @Override
  public JsonNode evaluate(Scope scope) throws StateFailure {
    List<JsonNode> values = new ArrayList<>();
    for (Expression argument : arguments) {
      values.add(argument.evaluate(scope));
    }
    String source =
        !arguments.isEmpty() && arguments.getFirst() instanceof Literal literal
            ? literal.source()
            : values.isEmpty() ? "" : values.getFirst().asText();
    return definition.body().apply(new Arguments(name, values, source));
  }
}
