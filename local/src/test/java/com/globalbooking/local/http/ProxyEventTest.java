package com.globalbooking.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.http.RouteTable.Match;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyEventTest {
  @ParameterizedTest
  @CsvSource({
    "application/json, false",
    "application/json; charset=utf-8, false",
    "Application/Problem+JSON, false",
    "text/csv, false",
    "application/xml, false",
    "application/octet-stream, true",
    "application/x-www-form-urlencoded, true",
    "image/svg, true",
  })
  void onlyTextIsHandedOverAsText(String contentType, boolean encoded) throws IOException {
    JsonNode event = event(Map.of("content-type", contentType), "né".getBytes(UTF_8));

    assertThat(event.path("isBase64Encoded").asBoolean(!encoded)).isEqualTo(encoded);
    assertThat(event.path("body").asText()).isEqualTo(encoded ? "bsOp" : "né");
  }

  @Test
  void whatIsEmptyIsLeftOut() throws IOException {
    JsonNode event = event(Map.of("content-type", "image/png"), new byte[0]);

    assertThat(event.has("body")).isFalse();
    assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
    assertThat(event.has("cookies")).isFalse();
    assertThat(event.has("queryStringParameters")).isFalse();
    assertThat(event.has("pathParameters")).isFalse();
    assertThat(event.has("stageVariables")).isFalse();
  }

  private static JsonNode event(Map<String, String> headers, byte[] body) throws IOException {
    var route = new HttpRoute("POST /x", "i", Optional.empty(), Set.of());
    var request =
        new GatewayRequest(
            "id",
            Instant.EPOCH,
            "POST",
            "/x",
            "",
            "HTTP/1.1",
            "127.0.0.1",
            headers,
            List.of(),
            body);
    var stage = new Stage(Stage.DEFAULT, Optional.empty(), Map.of(), Optional.empty(), Map.of());
    var api = HttpApiDefinition.of("a", "n", "1", Optional.empty());
    return new ObjectMapper()
        .readTree(ProxyEvent.of(request, new Match(route, Map.of()), Optional.empty(), api, stage));
  }
}
