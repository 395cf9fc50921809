package com.globalbooking.local.metrics;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.parser.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A formula of CloudWatch's metric math over single values: arithmetic, comparisons and {@code IF}.
 * Functions over time series are not evaluated.
 */
public record MetricExpression(String text) {

  /**
   * Reads a formula.
   *
   * @param ids what it may look at
   * @throws IllegalArgumentException when it cannot be evaluated here
   */
  public static MetricExpression parse(String text, Set<String> ids) {
    try {
      Set<String> used = new Expression(text).getUsedVariables();
      if (!ids.containsAll(used)) {
        throw new IllegalArgumentException(
            "the expression '%s' uses %s, but there are only %s".formatted(text, used, ids));
      }
    } catch (ParseException unknown) {
      throw new IllegalArgumentException(
          "local Regions do not evaluate '%s': %s".formatted(text, unknown.getMessage()), unknown);
    }
    return new MetricExpression(text);
  }

  /** The result; empty where there is none, as of a division by zero. */
  Optional<Double> evaluate(Map<String, Double> values) {
    try {
      return Optional.of(
          new Expression(text).withValues(values).evaluate().getNumberValue().doubleValue());
    } catch (ArithmeticException | EvaluationException | ParseException none) {
      return Optional.empty();
    }
  }
}
