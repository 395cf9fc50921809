package com.globalbooking.httpapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/** Reads trees of JSON: what API Gateway writes leniently, what clients write strictly. */
final class Json {
  private static final int DEEPEST = 32;

  private static final JsonMapper EVENTS = JsonMapper.builder().build();
  private static final JsonMapper BODIES =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static JsonNode event(InputStream input) throws IOException {
    return EVENTS.readTree(input);
  }

  static JsonNode text(String json) throws IOException {
    return EVENTS.readTree(json);
  }

  static JsonNode body(byte[] body) throws IOException {
    return BODIES.readTree(body);
  }

  private Json() {}
}
