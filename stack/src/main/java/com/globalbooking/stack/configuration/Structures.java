package com.globalbooking.stack.configuration;

import com.globalbooking.contract.Function;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parsers of values that are lists and objects; Pulumi hands them over as JSON. */
final class Structures {

  private Structures() {}

  /** A list. */
  static <T> Key.Parser<List<T>> list(Key.Parser<T> parser) {
    return text -> {
      JsonElement json = json(text);
      if (!json.isJsonArray()) {
        throw new IllegalArgumentException("is not a list");
      }
      List<T> values = new ArrayList<>();
      json.getAsJsonArray().forEach(each -> values.add(parser.parse(text(each))));
      return List.copyOf(values);
    };
  }

  /** An object of texts. */
  static Map<String, String> texts(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    object(text).entrySet().forEach(each -> values.put(each.getKey(), text(each.getValue())));
    return Map.copyOf(values);
  }

  /** An object whose members are called after functions. */
  static <T> Key.Parser<Map<Function, T>> perFunction(Key.Parser<T> parser) {
    return text -> {
      Map<Function, T> values = new EnumMap<>(Function.class);
      object(text)
          .entrySet()
          .forEach(
              each -> values.put(function(each.getKey()), parser.parse(text(each.getValue()))));
      return Map.copyOf(values);
    };
  }

  /** Reads a named object, whose members are texts, as a {@code T}. */
  @FunctionalInterface
  interface ObjectParser<T> {
    T parse(String name, Map<String, String> members);
  }

  /** An object of named objects, in their order. */
  static <T> Key.Parser<List<T>> objects(ObjectParser<T> parser) {
    return text -> {
      List<T> values = new ArrayList<>();
      for (Map.Entry<String, JsonElement> each : object(text).entrySet()) {
        if (!each.getValue().isJsonObject()) {
          throw new IllegalArgumentException("'%s' is not an object".formatted(each.getKey()));
        }
        values.add(parser.parse(each.getKey(), texts(each.getValue().toString())));
      }
      return List.copyOf(values);
    };
  }

  static JsonObject object(String text) {
    JsonElement json = json(text);
    if (!json.isJsonObject()) {
      throw new IllegalArgumentException("is not an object");
    }
    return json.getAsJsonObject();
  }

  /** As Pulumi would hand it over at the top: text as it is, anything else as JSON. */
  static String source(JsonElement element) {
    return element.isJsonPrimitive() ? element.getAsString() : element.toString();
  }

  private static String text(JsonElement element) {
    if (!element.isJsonPrimitive()) {
      throw new IllegalArgumentException("has a nested or null value where text is expected");
    }
    return element.getAsString();
  }

  private static Function function(String id) {
    return Arrays.stream(Function.values())
        .filter(function -> function.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "names no function by '%s'; there are %s"
                        .formatted(
                            id, Arrays.stream(Function.values()).map(Function::id).toList())));
  }

  private static JsonElement json(String text) {
    try {
      JsonElement json = new Gson().fromJson(text, JsonElement.class);
      if (json == null) {
        throw new IllegalArgumentException("is empty");
      }
      return json;
    } catch (JsonParseException notJson) {
      throw new IllegalArgumentException("is not JSON", notJson);
    }
  }
}
