package com.globalbooking.local.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB's own JSON of attribute values. */
final class AttributeJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AttributeJson() {}

  static ObjectNode map(Map<String, AttributeValue> attributes) {
    ObjectNode object = JSON.objectNode();
    attributes.forEach((name, value) -> object.set(name, value(value)));
    return object;
  }

  private static JsonNode value(AttributeValue value) {
    ObjectNode json = JSON.objectNode();
    return switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case B -> json.put("B", base64(value.b()));
      case SS -> json.set("SS", texts(value.ss()));
      case NS -> json.set("NS", texts(value.ns()));
      case BS -> json.set("BS", texts(value.bs().stream().map(AttributeJson::base64).toList()));
      case M -> json.set("M", map(value.m()));
      case L -> {
        ArrayNode items = JSON.arrayNode();
        value.l().forEach(item -> items.add(value(item)));
        yield json.set("L", items);
      }
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", true);
      case UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalStateException("DynamoDB has no attribute type like " + value);
    };
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode items = JSON.arrayNode();
    texts.forEach(items::add);
    return items;
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArray());
  }
}
