package com.globalbooking.local.workflow.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Reads calls of intrinsic functions, such as {@code States.Format('{} nights', $.nights)}. */
final class IntrinsicParser {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String text;
  private int at;

  IntrinsicParser(String text) {
    this.text = text;
  }

  /** The whole text as one call. */
  Expression parse() {
    Expression call = call();
    skipBlanks();
    if (at != text.length()) {
      throw wrong("something follows the call");
    }
    return call;
  }

  private Expression call() {
    int start = at;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || peek('.'))) {
      at++;
    }
    String name = text.substring(start, at);
    expect('(');
    List<Expression> arguments = new ArrayList<>();
    skipBlanks();
    if (!peek(')')) {
      arguments.add(argument());
      skipBlanks();
      while (peek(',')) {
        at++;
        arguments.add(argument());
        skipBlanks();
      }
    }
    expect(')');
    return Intrinsic.of(name, arguments);
  }

  private Expression argument() {
    skipBlanks();
    if (peek('\'')) {
      return string();
    }
    if (text.startsWith("States.", at)) {
      return call();
    }
    String raw = untilEndOfArgument().strip();
    if (raw.startsWith("$")) {
      return DataPath.parse(raw);
    }
    try {
      JsonNode value = JSON.readTree(raw);
      if (value.isNumber() || value.isBoolean() || value.isNull()) {
        return new Expression.Literal(value, raw);
      }
    } catch (JsonProcessingException notJson) {
      throw wrong("'" + raw + "' is not an argument");
    }
    throw wrong("'" + raw + "' is not an argument");
  }

  private Expression string() {
    int start = ++at;
    StringBuilder value = new StringBuilder();
    while (!peek('\'')) {
      if (peek('\\')) {
        at++;
      }
      if (at >= text.length()) {
        throw wrong("a text has no end");
      }
      value.append(text.charAt(at++));
    }
    String source = text.substring(start, at++);
    return new Expression.Literal(TextNode.valueOf(value.toString()), source);
  }

  /** A path may itself have brackets, parentheses, commas and quotes. */
  private String untilEndOfArgument() {
    int start = at;
    int depth = 0;
    boolean quoted = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && (c == '[' || c == '(')) {
        depth++;
      } else if (!quoted && depth > 0 && (c == ']' || c == ')')) {
        depth--;
      } else if (!quoted && depth == 0 && (c == ',' || c == ')')) {
        break;
      }
      at++;
    }
    return text.substring(start, at);
  }

  private boolean peek(char wanted) {
    return at < text.length() && text.charAt(at) == wanted;
  }

  private void expect(char wanted) {
    skipBlanks();
    if (!peek(wanted)) {
      throw wrong("'" + wanted + "' is missing at " + at);
    }
    at++;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException("'" + text + "' is not an intrinsic function: " + why);
  }
}
