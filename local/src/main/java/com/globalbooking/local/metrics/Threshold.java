package com.globalbooking.local.metrics;

import java.util.Map;
import java.util.Optional;

/** What a value must not be. */
public record Threshold(Comparison comparison, double value) {

  /** How a breaching value stands to the threshold. */
  public enum Comparison {
    GREATER("GreaterThanThreshold", ">"),
    GREATER_OR_EQUAL("GreaterThanOrEqualToThreshold", ">="),
    LESS("LessThanThreshold", "<"),
    LESS_OR_EQUAL("LessThanOrEqualToThreshold", "<=");

    private static final Map<String, Comparison> BY_NAME =
        Map.of(
            GREATER.operator, GREATER,
            GREATER_OR_EQUAL.operator, GREATER_OR_EQUAL,
            LESS.operator, LESS,
            LESS_OR_EQUAL.operator, LESS_OR_EQUAL);

    private final String operator;
    private final String sign;

    Comparison(String operator, String sign) {
      this.operator = operator;
      this.sign = sign;
    }

    /** Reads CloudWatch's name. */
    public static Comparison parse(String operator) {
      return Optional.ofNullable(BY_NAME.get(operator))
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "local Regions do not evaluate the comparison '" + operator + "'"));
    }

    /** CloudWatch's name. */
    public String operator() {
      return operator;
    }
  }

  boolean breachedBy(double measured) {
    return switch (comparison) {
      case GREATER -> measured > value;
      case GREATER_OR_EQUAL -> measured >= value;
      case LESS -> measured < value;
      case LESS_OR_EQUAL -> measured <= value;
    };
  }

  /** Whether a value that only grows stays breaching. */
  boolean forGood() {
    return comparison == Comparison.GREATER || comparison == Comparison.GREATER_OR_EQUAL;
  }

  @Override
  public String toString() {
    return comparison.sign + " " + value;
  }
}
