package com.globalbooking.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
  private final RouteTable routes =
      table(
          "$default",
          "ANY /files/{rest+}",
          "GET /a/{x}",
          "GET /a/fixed",
          "ANY /a/{x}",
          "GET /a/{x}/b",
          "GET /");

  @ParameterizedTest
  @CsvSource({
    "GET, /a/fixed, GET /a/fixed",
    "GET, /a/other, GET /a/{x}",
    "POST, /a/fixed, ANY /a/{x}",
    "GET, /a/1/b, GET /a/{x}/b",
    "PUT, /files/1/2, ANY /files/{rest+}",
    "GET, /, GET /",
    "GET, /a/, $default",
    "GET, /a, $default",
    "GET, /a/1/b/, $default",
    "DELETE, /a/1/b, $default",
    "GET, /files, $default",
  })
  void theMostSpecificRouteWins(String method, String path, String routeKey) {
    assertThat(routes.match(method, path).orElseThrow().route().routeKey()).isEqualTo(routeKey);
  }

  @Test
  void parametersAreDecodedWithinTheirSegment() {
    assertThat(routes.match("GET", "/a/x%2Fy%20+").orElseThrow().pathParameters())
        .isEqualTo(Map.of("x", "x/y +"));
    assertThat(routes.match("GET", "/files/1/%C3%A9").orElseThrow().pathParameters())
        .isEqualTo(Map.of("rest", "1/é"));
  }

  @Test
  void withoutADefaultRouteNothingElseMatches() {
    assertThat(table("GET /a").match("GET", "/b")).isEmpty();
    assertThat(table("GET /a").match("POST", "/a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "GET a", "", "/a"})
  void aKeyHasMethodAndPath(String key) {
    assertThatThrownBy(() -> table(key)).hasMessageContaining("not a route key");
  }

  private static RouteTable table(String... keys) {
    return new RouteTable(
        List.of(keys).stream()
            .map(key -> new HttpRoute(key, "i", Optional.empty(), Set.of()))
            .toList());
  }
}
