package com.globalbooking.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.workflow.data.DataPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the conditions of a Choice. */
final class ConditionReader {
  private static final Set<String> NO_OPERATORS = Set.of("Variable", "Next", "Comment");
  private static final String PATH = "Path";
  private static final Map<String, Kind> KINDS =
      Map.of(
          "IsNull", Kind.NULL,
          "IsNumeric", Kind.NUMERIC,
          "IsString", Kind.STRING,
          "IsBoolean", Kind.BOOLEAN,
          "IsTimestamp", Kind.TIMESTAMP);

  private ConditionReader() {}

  /** A rule of the state itself, which says where to go on. */
  static ChoiceRule rule(Source source) {
    return new ChoiceRule(condition(source), source.text("Next"));
  }

  private static Condition nested(Source source) {
    if (source.has("Next")) {
      throw source.wrong("Next", "may only stand in a rule, not inside its condition");
    }
    return condition(source);
  }

  private static Condition condition(Source source) {
    String operator = operator(source);
    return switch (operator) {
      case "And" -> new Condition.And(several(source, operator));
      case "Or" -> new Condition.Or(several(source, operator));
      case "Not" -> {
        noVariable(source);
        yield new Condition.Not(nested(source.object(operator)));
      }
      default -> test(source, operator);
    };
  }

  private static Condition test(Source source, String operator) {
    DataPath variable = source.parsed("Variable", DataPath::parse);
    if (!variable.definite()) {
      throw source.wrong("Variable", "may match several values: " + variable);
    }
    JsonNode operand = source.node(operator);
    if (operator.equals("IsPresent")) {
      return new Condition.Present(variable, flag(source, operator));
    }
    Kind kind = KINDS.get(operator);
    if (kind != null) {
      return new Condition.OfKind(variable, kind, flag(source, operator));
    }
    boolean inData = operator.endsWith(PATH);
    String name = inData ? operator.substring(0, operator.length() - PATH.length()) : operator;
    Optional<Comparison> comparison = Comparison.named(name);
    if (comparison.isEmpty() || (inData && name.equals("StringMatches"))) {
      throw source.wrong(operator, "is not a comparison operator");
    }
    if (inData) {
      return new Condition.ComparedInData(
          variable, comparison.get(), source.parsed(operator, DataPath::parse));
    }
    if (!comparison.get().takes(operand)) {
      throw source.wrong(operator, "does not compare with " + operand);
    }
    return new Condition.Compared(variable, comparison.get(), operand);
  }

  private static String operator(Source source) {
    Set<String> operators = new HashSet<>();
    source.json().fieldNames().forEachRemaining(operators::add);
    operators.removeAll(NO_OPERATORS);
    if (operators.size() != 1) {
      throw source.wrong("a condition has exactly one operator, not " + operators);
    }
    return operators.iterator().next();
  }

  private static List<Condition> several(Source source, String operator) {
    noVariable(source);
    List<Condition> conditions =
        source.objects(operator).stream().map(ConditionReader::nested).toList();
    if (conditions.isEmpty()) {
      throw source.wrong(operator, "needs at least one condition");
    }
    return conditions;
  }

  private static void noVariable(Source source) {
    if (source.has("Variable")) {
      throw source.wrong("Variable", "has no place beside And, Or and Not");
    }
  }

  private static boolean flag(Source source, String operator) {
    JsonNode value = source.node(operator);
    if (!value.isBoolean()) {
      throw source.wrong(operator, "must be true or false");
    }
    return value.booleanValue();
  }
}
