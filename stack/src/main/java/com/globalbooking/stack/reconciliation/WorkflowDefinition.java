package com.globalbooking.stack.reconciliation;

import com.globalbooking.contract.Reconciliation;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * The definition of the state machine: {@code reconciliation.asl.json}, a valid document in which
 * texts like <code>${checker}</code> stand for what only the deployment knows.
 */
final class WorkflowDefinition {

  private static final String FILE = "reconciliation.asl.json";

  private WorkflowDefinition() {}

  /**
   * The definition.
   *
   * @param known value of each placeholder
   * @throws IllegalArgumentException when the file has a placeholder without a value
   */
  static String with(Map<String, JsonElement> known) {
    return filledIn(JsonParser.parseString(text()), known).toString();
  }

  /** What the checker is asked of each segment, in the first place. */
  static JsonArray segments(int count) {
    var segments = new JsonArray();
    for (int segment = 0; segment < count; segment++) {
      var request = new JsonObject();
      request.addProperty(Reconciliation.SEGMENT, segment);
      request.addProperty(Reconciliation.SEGMENTS, count);
      request.add(Reconciliation.SUSPECTS, new JsonArray());
      segments.add(request);
    }
    return segments;
  }

  private static JsonElement filledIn(JsonElement template, Map<String, JsonElement> known) {
    if (template.isJsonObject()) {
      var object = new JsonObject();
      template
          .getAsJsonObject()
          .entrySet()
          .forEach(each -> object.add(each.getKey(), filledIn(each.getValue(), known)));
      return object;
    }
    if (template.isJsonArray()) {
      var array = new JsonArray();
      template.getAsJsonArray().forEach(each -> array.add(filledIn(each, known)));
      return array;
    }
    return placeholder(template, known);
  }

  private static JsonElement placeholder(JsonElement leaf, Map<String, JsonElement> known) {
    String text = leaf.isJsonNull() ? "" : leaf.getAsString();
    if (!text.startsWith("${")) {
      return leaf;
    }
    JsonElement value = known.get(text.substring(2, text.length() - 1));
    if (value == null) {
      throw new IllegalArgumentException("Nothing stands for %s in %s".formatted(text, FILE));
    }
    return value;
  }

  private static String text() {
    try (InputStream file =
        Objects.requireNonNull(WorkflowDefinition.class.getResourceAsStream(FILE), FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
