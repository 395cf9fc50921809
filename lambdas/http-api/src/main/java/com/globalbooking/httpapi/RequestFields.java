package com.globalbooking.httpapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * The JSON object in a request's body, strict: no field twice, none unknown, no value of another
 * type than asked for. {@code null} is as good as absent.
 */
final class RequestFields {
  /** The most bytes that a body may have. */
  static final int MAX_BYTES = 16 * 1024;

  private static final String BODY = "body";

  private final ObjectNode object;
  private final String prefix;

  private RequestFields(ObjectNode object, String prefix, Set<String> known)
      throws InvalidRequestException {
    this.object = object;
    this.prefix = prefix;
    for (var field : object.properties()) {
      if (!known.contains(field.getKey())) {
        // The name is the client's text: it is shown only when it is as tame as an id.
        boolean tame = field.getKey().matches("[A-Za-z0-9._-]{1,64}");
        throw new InvalidRequestException(
            prefix + (tame ? field.getKey() : "(unnamed)"), "is not a field of this request");
      }
    }
  }

  static RequestFields of(ApiEvent event, Set<String> known) throws InvalidRequestException {
    byte[] body = body(event);
    if (body.length > MAX_BYTES) {
      throw new InvalidRequestException(BODY, "must not be larger than 16 KiB");
    }
    JsonNode tree;
    try {
      tree = Json.body(body);
    } catch (IOException e) {
      throw new InvalidRequestException(BODY, "must be JSON in UTF-8, with no field twice");
    }
    if (!(tree instanceof ObjectNode object)) {
      throw new InvalidRequestException(BODY, "must be a JSON object");
    }
    return new RequestFields(object, "", known);
  }

  private static byte[] body(ApiEvent event) throws InvalidRequestException {
    String body = event.body().orElseThrow(() -> new InvalidRequestException(BODY, "is missing"));
    if (!event.bodyIsBase64()) {
      return body.getBytes(UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequestException(BODY, "must be JSON in UTF-8, with no field twice");
    }
  }

  boolean has(String name) {
    return !object.path(name).isMissingNode() && !object.path(name).isNull();
  }

  RequestFields object(String name, Set<String> known) throws InvalidRequestException {
    if (required(name) instanceof ObjectNode nested) {
      return new RequestFields(nested, prefix + name + ".", known);
    }
    throw new InvalidRequestException(prefix + name, "must be an object");
  }

  String text(String name) throws InvalidRequestException {
    JsonNode node = required(name);
    if (!node.isTextual()) {
      throw new InvalidRequestException(prefix + name, "must be a text");
    }
    return node.textValue();
  }

  <T> T text(String name, Function<String, T> type) throws InvalidRequestException {
    return Checked.field(prefix + name, text(name), type);
  }

  <T> Optional<T> optionalText(String name, Function<String, T> type)
      throws InvalidRequestException {
    return has(name) ? Optional.of(text(name, type)) : Optional.empty();
  }

  <T> T wholeNumber(String name, Function<Integer, T> type) throws InvalidRequestException {
    JsonNode node = required(name);
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw new InvalidRequestException(prefix + name, "must be a whole number within its limits");
    }
    return Checked.field(prefix + name, node.intValue(), type);
  }

  <T> Optional<T> optionalWholeNumber(String name, Function<Integer, T> type)
      throws InvalidRequestException {
    return has(name) ? Optional.of(wholeNumber(name, type)) : Optional.empty();
  }

  /** A truth value; absent is false. */
  boolean optionalFlag(String name) throws InvalidRequestException {
    if (!has(name)) {
      return false;
    }
    JsonNode node = required(name);
    if (!node.isBoolean()) {
      throw new InvalidRequestException(prefix + name, "must be true or false");
    }
    return node.booleanValue();
  }

  OptionalLong optionalVersion(String name) throws InvalidRequestException {
    if (!has(name)) {
      return OptionalLong.empty();
    }
    JsonNode node = required(name);
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
      throw new InvalidRequestException(prefix + name, "must be a whole number, zero or more");
    }
    return OptionalLong.of(node.longValue());
  }

  private JsonNode required(String name) throws InvalidRequestException {
    if (!has(name)) {
      throw new InvalidRequestException(prefix + name, "is missing");
    }
    return object.path(name);
  }
}
