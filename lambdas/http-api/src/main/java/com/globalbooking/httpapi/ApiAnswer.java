package com.globalbooking.httpapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as API Gateway takes it from a function (payload format 2.0).
 *
 * @param body JSON
 */
public record ApiAnswer(int status, Map<String, String> headers, String body) {
  private static final Map<String, String> JSON = Map.of("content-type", "application/json");

  public ApiAnswer {
    headers = Map.copyOf(headers);
  }

  static ApiAnswer ok(ObjectNode body) {
    return new ApiAnswer(200, JSON, body.toString());
  }

  static ApiAnswer error(int status, ErrorCode code, String sentence) {
    return error(status, code, sentence, Json.object());
  }

  /**
   * @param details fields beside the sentence and the code
   */
  static ApiAnswer error(int status, ErrorCode code, String sentence, ObjectNode details) {
    ObjectNode body = Json.object().put("error", sentence).put("code", code.name());
    body.setAll(details);
    return new ApiAnswer(status, JSON, body.toString());
  }

  /** 400, naming the field. */
  static ApiAnswer invalid(InvalidRequestException e) {
    return error(
        400,
        ErrorCode.INVALID_REQUEST,
        e.getMessage() + ".",
        Json.object().put("field", e.field()));
  }

  /** 404. */
  static ApiAnswer notFound(String sentence) {
    return error(404, ErrorCode.NOT_FOUND, sentence);
  }

  /** 503: nobody knows whether it happened, and to ask again with the same key is safe. */
  public static ApiAnswer busy(Duration retryAfter) {
    return error(
            503,
            ErrorCode.BUSY,
            "The service is busy. Repeat the request, with the same Idempotency-Key if it books.")
        .with("retry-after", Long.toString(Math.max(1, retryAfter.toSeconds())));
  }

  /** 401, in the very words of the authorizer, for a token without a usable subject. */
  static ApiAnswer unauthorized() {
    return new ApiAnswer(401, JSON, Json.object().put("message", "Unauthorized").toString());
  }

  /** 500, without detail. */
  static ApiAnswer fault() {
    return error(500, ErrorCode.INTERNAL, "The request could not be handled.");
  }

  /** This answer with one more header. */
  public ApiAnswer with(String header, String value) {
    var more = new TreeMap<>(headers);
    more.put(header, value);
    return new ApiAnswer(status, more, body);
  }

  /** Writes this answer as JSON. */
  public void write(OutputStream output) throws IOException {
    ObjectNode answer = Json.object().put("statusCode", status);
    ObjectNode all = answer.putObject("headers");
    headers.forEach(all::put);
    answer.put("body", body).put("isBase64Encoded", false);
    output.write(answer.toString().getBytes(UTF_8));
  }

  /**
   * Reads what another Region's function answered.
   *
   * @throws IOException if that is no answer of ours
   */
  public static ApiAnswer read(String json) throws IOException {
    JsonNode answer = Json.text(json);
    if (!answer.path("statusCode").isInt() || !answer.path("body").isTextual()) {
      throw new IOException("not an answer in payload format 2.0");
    }
    var headers = new TreeMap<String, String>();
    answer
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return new ApiAnswer(
        answer.path("statusCode").intValue(), headers, answer.path("body").textValue());
  }
}
