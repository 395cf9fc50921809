package com.globalbooking.local.workflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Kinds of values that a Choice can ask for. */
public enum Kind {
  NULL,
  NUMERIC,
  STRING,
  BOOLEAN,
  TIMESTAMP;

  boolean includes(JsonNode value) {
    return switch (this) {
      case NULL -> value.isNull();
      case NUMERIC -> value.isNumber();
      case STRING -> value.isTextual();
      case BOOLEAN -> value.isBoolean();
      case TIMESTAMP -> timestamp(value).isPresent();
    };
  }

  /** A moment as RFC 3339 writes it; empty for anything else. */
  static Optional<OffsetDateTime> timestamp(JsonNode value) {
    if (!value.isTextual()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(value.textValue()));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }
}
