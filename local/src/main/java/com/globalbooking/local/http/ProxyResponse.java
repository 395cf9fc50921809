package com.globalbooking.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.loopback.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a function answered, payload format 2.0: an object with {@code statusCode}, or,
 * without it, any JSON as the body of a 200.
 */
final class ProxyResponse {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTENT_TYPE = "content-type";

  private ProxyResponse() {}

  /** The answer for the client; empty when what the function answered is malformed. */
  static Optional<Answer> parse(byte[] payload) {
    try {
      JsonNode response = JSON.readTree(payload);
      if (response.isMissingNode() || response.isNull()) {
        return Optional.empty();
      }
      return response.has("statusCode") ? formatted(response) : Optional.of(inferred(response));
    } catch (IOException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Answer inferred(JsonNode response) throws JsonProcessingException {
    String body = response.isTextual() ? response.asText() : JSON.writeValueAsString(response);
    return Answer.json(200, body);
  }

  private static Optional<Answer> formatted(JsonNode response) {
    int status = response.path("statusCode").asInt(-1);
    JsonNode body = response.path("body");
    if (status < 100 || status > 599 || !(body.isTextual() || isAbsent(body))) {
      return Optional.empty();
    }
    byte[] bytes = isAbsent(body) ? new byte[0] : bytes(response, body.asText());
    return Optional.of(new Answer(status, headers(response), bytes));
  }

  private static byte[] bytes(JsonNode response, String body) {
    return response.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, List<String>> headers(JsonNode response) {
    var headers = new LinkedHashMap<String, List<String>>();
    headers.put(CONTENT_TYPE, List.of("text/plain;charset=UTF-8"));
    for (var header : response.path("headers").properties()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      // The front decides how the body is sent.
      if (!name.equals("content-length") && !name.equals("transfer-encoding")) {
        headers.put(name, List.of(header.getValue().asText()));
      }
    }
    var cookies = new ArrayList<String>();
    response.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    if (!cookies.isEmpty()) {
      headers.put("set-cookie", cookies);
    }
    return headers;
  }

  private static boolean isAbsent(JsonNode body) {
    return body.isMissingNode() || body.isNull();
  }
}
