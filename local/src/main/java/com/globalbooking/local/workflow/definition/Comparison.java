package com.globalbooking.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comparison operator. Values of another kind than the operator's never match.
 *
 * @param kind of both values
 */
public record Comparison(Kind kind, Relation relation) {
  private static final Pattern NAME =
      Pattern.compile(
          "(String|Numeric|Boolean|Timestamp)"
              + "(Equals|LessThan|GreaterThan|LessThanEquals|GreaterThanEquals|Matches)");

  /** How the values must stand to each other. */
  public enum Relation {
    EQUALS,
    LESS_THAN,
    GREATER_THAN,
    LESS_THAN_EQUALS,
    GREATER_THAN_EQUALS,
    /** With {@code *} for any characters. */
    MATCHES
  }

  /** The operator of this name, without {@code Path}; empty when there is none. */
  static Optional<Comparison> named(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Kind kind =
        switch (parts.group(1)) {
          case "String" -> Kind.STRING;
          case "Numeric" -> Kind.NUMERIC;
          case "Boolean" -> Kind.BOOLEAN;
          default -> Kind.TIMESTAMP;
        };
    Relation relation =
        switch (parts.group(2)) {
          case "Equals" -> Relation.EQUALS;
          case "LessThan" -> Relation.LESS_THAN;
          case "GreaterThan" -> Relation.GREATER_THAN;
          case "LessThanEquals" -> Relation.LESS_THAN_EQUALS;
          case "GreaterThanEquals" -> Relation.GREATER_THAN_EQUALS;
          default -> Relation.MATCHES;
        };
    boolean exists =
        switch (relation) {
          case EQUALS -> true;
          case MATCHES -> kind == Kind.STRING;
          case LESS_THAN, GREATER_THAN, LESS_THAN_EQUALS, GREATER_THAN_EQUALS ->
              kind != Kind.BOOLEAN;
        };
    return exists ? Optional.of(new Comparison(kind, relation)) : Optional.empty();
  }

  /** Whether this operator takes a value of the definition. */
  boolean takes(JsonNode value) {
    return kind.includes(value);
  }

  boolean holds(JsonNode left, JsonNode right) {
    if (relation == Relation.MATCHES) {
      return left.isTextual()
          && right.isTextual()
          && glob(right.textValue()).matcher(left.textValue()).matches();
    }
    OptionalInt order = order(left, right);
    if (order.isEmpty()) {
      return false;
    }
    int sign = order.getAsInt();
    return switch (relation) {
      case EQUALS -> sign == 0;
      case LESS_THAN -> sign < 0;
      case GREATER_THAN -> sign > 0;
      case LESS_THAN_EQUALS -> sign <= 0;
      case GREATER_THAN_EQUALS -> sign >= 0;
      case MATCHES -> throw new IllegalStateException("a pattern has no order");
    };
  }

  private OptionalInt order(JsonNode left, JsonNode right) {
    if (!kind.includes(left) || !kind.includes(right)) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        switch (kind) {
          case NUMERIC -> left.decimalValue().compareTo(right.decimalValue());
          case BOOLEAN -> Boolean.compare(left.booleanValue(), right.booleanValue());
          case TIMESTAMP -> instantOf(left).compareTo(instantOf(right));
          case STRING, NULL -> left.asText().compareTo(right.asText());
        });
  }

  private static java.time.Instant instantOf(JsonNode value) {
    return Kind.timestamp(value).map(OffsetDateTime::toInstant).orElseThrow();
  }

  private static Pattern glob(String text) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        pattern.append(Pattern.quote(String.valueOf(text.charAt(++i))));
      } else if (c == '*') {
        pattern.append(".*");
      } else {
        pattern.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }
}
