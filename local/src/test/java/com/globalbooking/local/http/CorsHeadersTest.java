package com.globalbooking.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.loopback.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorsHeadersTest {
  static final Cors CORS =
      new Cors(
          List.of("https://a.example"),
          List.of("GET", "POST"),
          List.of("authorization"),
          List.of("x-region"),
          true,
          Duration.ofMinutes(5));

  @Test
  void aPreflightRequestNamesOriginAndMethod() {
    var full = Map.of("origin", "https://a.example", "access-control-request-method", "GET");

    assertThat(CorsHeaders.isPreflight(request("OPTIONS", full))).isTrue();
    assertThat(CorsHeaders.isPreflight(request("GET", full))).isFalse();
    assertThat(CorsHeaders.isPreflight(request("OPTIONS", Map.of("origin", "x")))).isFalse();
  }

  @Test
  void theAnswerToAPreflightRequestSaysWhatIsAllowed() {
    assertThat(CorsHeaders.preflight(CORS, from("https://a.example")).headers())
        .containsOnly(
            Map.entry("access-control-allow-origin", List.of("https://a.example")),
            Map.entry("access-control-allow-credentials", List.of("true")),
            Map.entry("access-control-allow-methods", List.of("GET,POST")),
            Map.entry("access-control-allow-headers", List.of("authorization")),
            Map.entry("access-control-max-age", List.of("300")),
            Map.entry("vary", List.of("origin")));
  }

  @Test
  void anotherOriginIsToldNothing() {
    assertThat(CorsHeaders.preflight(CORS, from("https://b.example")).headers()).isEmpty();
  }

  @Test
  void theApisSettingsReplaceThoseOfTheFunction() {
    Answer answer = Answer.empty(200).with("Access-Control-Allow-Origin", "*").with("x", "1");

    assertThat(CorsHeaders.replaceIn(answer, CORS, from("https://b.example")).headers())
        .containsOnlyKeys("x");
    assertThat(CorsHeaders.replaceIn(answer, CORS, from("https://a.example")).headers())
        .containsEntry("access-control-allow-origin", List.of("https://a.example"))
        .containsEntry("access-control-expose-headers", List.of("x-region"))
        .containsEntry("x", List.of("1"));
  }

  private static GatewayRequest from(String origin) {
    return request("GET", Map.of("origin", origin));
  }

  private static GatewayRequest request(String method, Map<String, String> headers) {
    return new GatewayRequest(
        "id",
        Instant.EPOCH,
        method,
        "/",
        "",
        "HTTP/1.1",
        "127.0.0.1",
        headers,
        List.of(),
        new byte[0]);
  }
}
