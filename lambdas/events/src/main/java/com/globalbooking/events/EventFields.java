package com.globalbooking.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** The fields of an event, each checked. */
final class EventFields {
  /** Ids, and ids joined by {@code ~}. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:~-]{1,200}");

  private static final int MOST_UNITS = 100_000;

  private final JsonNode json;

  EventFields(JsonNode json) throws UnreadableEventException {
    if (!json.isObject()) {
      throw new UnreadableEventException("is not an object");
    }
    this.json = json;
  }

  String text(String name) throws UnreadableEventException {
    JsonNode value = json.path(name);
    if (!value.isTextual()) {
      throw new UnreadableEventException(name + " is not a text");
    }
    return value.textValue();
  }

  String id(String name) throws UnreadableEventException {
    String text = text(name);
    if (!ID.matcher(text).matches()) {
      throw new UnreadableEventException(name + " is not an id");
    }
    return text;
  }

  Instant instant(String name) throws UnreadableEventException {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException e) {
      throw new UnreadableEventException(name + " is not a time");
    }
  }

  LocalDate date(String name) throws UnreadableEventException {
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeException e) {
      throw new UnreadableEventException(name + " is not a date");
    }
  }

  LocalDate dateAfter(String name, String earlier) throws UnreadableEventException {
    LocalDate date = date(name);
    if (!date.isAfter(date(earlier))) {
      throw new UnreadableEventException(name + " is not after " + earlier);
    }
    return date;
  }

  int units(String name) throws UnreadableEventException {
    return (int) whole(name, 1, MOST_UNITS);
  }

  long version(String name) throws UnreadableEventException {
    return whole(name, 0, Long.MAX_VALUE);
  }

  long whole(String name, long least, long most) throws UnreadableEventException {
    JsonNode value = json.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new UnreadableEventException(name + " is not a whole number");
    }
    long number = value.longValue();
    if (number < least || number > most) {
      throw new UnreadableEventException(name + " is out of range");
    }
    return number;
  }
}
