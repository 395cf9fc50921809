package com.globalbooking.httpapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Events as API Gateway writes them. */
final class Events {
  private final ObjectNode event = Json.object().put("version", "2.0");

  private Events(String routeKey) {
    event.put("routeKey", routeKey).put("isBase64Encoded", false);
  }

  static Events on(String routeKey) {
    return new Events(routeKey);
  }

  Events body(String body) {
    event.put("body", body);
    return this;
  }

  Events base64Body(String base64) {
    event.put("body", base64).put("isBase64Encoded", true);
    return this;
  }

  Events header(String name, String value) {
    event.withObjectProperty("headers").put(name, value);
    return this;
  }

  Events path(Map<String, String> parameters) {
    parameters.forEach(event.withObjectProperty("pathParameters")::put);
    return this;
  }

  Events query(Map<String, String> parameters) {
    parameters.forEach(event.withObjectProperty("queryStringParameters")::put);
    return this;
  }

  Events by(String subject) {
    event
        .withObjectProperty("requestContext")
        .withObjectProperty("authorizer")
        .withObjectProperty("jwt")
        .withObjectProperty("claims")
        .put("sub", subject);
    return this;
  }

  ApiEvent build() {
    try {
      return ApiEvent.read(new ByteArrayInputStream(event.toString().getBytes(UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
