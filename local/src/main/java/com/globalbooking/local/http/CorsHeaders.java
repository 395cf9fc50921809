package com.globalbooking.local.http;

import com.globalbooking.local.loopback.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Adds the CORS headers of an API to its answers, and answers preflight requests. */
final class CorsHeaders {
  private static final String PREFIX = "access-control-";

  private CorsHeaders() {}

  static boolean isPreflight(GatewayRequest request) {
    return request.method().equals("OPTIONS")
        && request.header("origin").isPresent()
        && request.header(PREFIX + "request-method").isPresent();
  }

  static Answer preflight(Cors cors, GatewayRequest request) {
    Optional<String> origin = allowedOrigin(cors, request);
    if (origin.isEmpty()) {
      return Answer.empty(204);
    }
    Answer answer = withOrigin(Answer.empty(204), cors, origin.get());
    answer = withList(answer, "allow-methods", cors.allowMethods());
    answer = withList(answer, "allow-headers", cors.allowHeaders());
    return cors.maxAge().isPositive()
        ? answer.with(PREFIX + "max-age", Long.toString(cors.maxAge().toSeconds()))
        : answer;
  }

  /** As in AWS, the API's settings replace what the function set. */
  static Answer replaceIn(Answer answer, Cors cors, GatewayRequest request) {
    var headers = new LinkedHashMap<>(answer.headers());
    headers.keySet().removeIf(name -> name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()));
    Answer cleared = new Answer(answer.status(), headers, answer.body());
    return allowedOrigin(cors, request)
        .map(origin -> withOrigin(cleared, cors, origin))
        .map(allowed -> withList(allowed, "expose-headers", cors.exposeHeaders()))
        .orElse(cleared);
  }

  private static Optional<String> allowedOrigin(Cors cors, GatewayRequest request) {
    return request
        .header("origin")
        .flatMap(
            origin ->
                cors.allowOrigins().stream()
                    .filter(allowed -> allowed.equals("*") || allowed.equalsIgnoreCase(origin))
                    .findFirst()
                    .map(allowed -> allowed.equals("*") ? "*" : origin));
  }

  private static Answer withOrigin(Answer answer, Cors cors, String origin) {
    Answer allowed = answer.with(PREFIX + "allow-origin", origin);
    if (!origin.equals("*")) {
      allowed = allowed.with("vary", "origin");
    }
    return cors.allowCredentials() ? allowed.with(PREFIX + "allow-credentials", "true") : allowed;
  }

  private static Answer withList(Answer answer, String name, List<String> values) {
    return values.isEmpty() ? answer : answer.with(PREFIX + name, String.join(",", values));
  }
}
