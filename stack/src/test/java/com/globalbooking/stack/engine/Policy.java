package com.globalbooking.stack.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads IAM policy documents. */
public final class Policy {

  private Policy() {}

  /** The statements of a document. */
  public static List<JsonObject> statements(String document) {
    return list(JsonParser.parseString(document).getAsJsonObject().get("Statement"))
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  /** The actions of a statement. */
  public static List<String> actions(JsonObject statement) {
    return list(statement.get("Action")).map(JsonElement::getAsString).toList();
  }

  /** The resources of a statement. */
  public static List<String> resources(JsonObject statement) {
    return list(statement.get("Resource")).map(JsonElement::getAsString).toList();
  }

  private static Stream<JsonElement> list(JsonElement array) {
    return StreamSupport.stream(array.getAsJsonArray().spliterator(), false);
  }
}
