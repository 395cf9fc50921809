package com.globalbooking.stack.configuration;

import com.globalbooking.contract.Function;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Typed values out of the stack's configuration. Each method fails with a {@link
 * ConfigurationException} that names the key and says what was expected.
 */
final class ConfigurationReader {

  private final java.util.function.Function<String, Optional<String>> source;

  /**
   * @param source value of a key as Pulumi hands it over: text, structured values as JSON
   */
  ConfigurationReader(java.util.function.Function<String, Optional<String>> source) {
    this.source = source;
  }

  /** Reads one value as a {@code T}. An {@link IllegalArgumentException} says what is wrong. */
  interface Parser<T> {
    T parse(String text);
  }

  <T> T required(String key, Parser<T> parser) {
    return optional(key, parser)
        .orElseThrow(() -> ConfigurationException.of(key, "is missing; set it"));
  }

  <T> Optional<T> optional(String key, Parser<T> parser) {
    return source.apply(key).map(text -> parse(key, text, parser));
  }

  /** A list of texts; empty when the key is not set. */
  <T> List<T> list(String key, Parser<T> parser) {
    List<T> values = new ArrayList<>();
    source
        .apply(key)
        .ifPresent(
            text -> {
              JsonElement json = json(key, text);
              if (!json.isJsonArray()) {
                throw ConfigurationException.of(key, "is not a list");
              }
              json.getAsJsonArray()
                  .forEach(each -> values.add(parse(key, text(key, each), parser)));
            });
    return List.copyOf(values);
  }

  /** An object whose members are called after functions; empty when the key is not set. */
  <T> Map<Function, T> perFunction(String key, Parser<T> parser) {
    Map<Function, T> values = new EnumMap<>(Function.class);
    members(key)
        .forEach(
            (id, value) -> values.put(function(key, id), parse(key, text(key, value), parser)));
    return values;
  }

  /** Reads a named object, whose members are texts, as a {@code T}. */
  interface ObjectParser<T> {
    T parse(String name, Map<String, String> members);
  }

  /** An object of named objects, in their order; empty when the key is not set. */
  <T> List<T> objects(String key, ObjectParser<T> parser) {
    List<T> values = new ArrayList<>();
    members(key)
        .forEach(
            (name, value) -> {
              Map<String, String> texts = new LinkedHashMap<>();
              if (!value.isJsonObject()) {
                throw ConfigurationException.of(key, "'%s' is not an object".formatted(name));
              }
              value
                  .getAsJsonObject()
                  .entrySet()
                  .forEach(each -> texts.put(each.getKey(), text(key, each.getValue())));
              values.add(parse(key, name, ignored -> parser.parse(name, texts)));
            });
    return List.copyOf(values);
  }

  private Map<String, JsonElement> members(String key) {
    Map<String, JsonElement> members = new LinkedHashMap<>();
    source
        .apply(key)
        .ifPresent(
            text -> {
              JsonElement json = json(key, text);
              if (!json.isJsonObject()) {
                throw ConfigurationException.of(key, "is not an object");
              }
              json.getAsJsonObject()
                  .entrySet()
                  .forEach(each -> members.put(each.getKey(), each.getValue()));
            });
    return members;
  }

  private static Function function(String key, String id) {
    return Arrays.stream(Function.values())
        .filter(function -> function.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ConfigurationException.of(
                    key,
                    "there is no function '%s', only %s"
                        .formatted(
                            id, Arrays.stream(Function.values()).map(Function::id).toList())));
  }

  private static <T> T parse(String key, String text, Parser<T> parser) {
    try {
      return parser.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw ConfigurationException.of(key, String.valueOf(wrong.getMessage()));
    }
  }

  private static String text(String key, JsonElement element) {
    if (!element.isJsonPrimitive()) {
      throw ConfigurationException.of(key, "has a nested or null value where text is expected");
    }
    return element.getAsString();
  }

  private static JsonElement json(String key, String text) {
    try {
      return new Gson().fromJson(text, JsonElement.class);
    } catch (JsonParseException notJson) {
      throw ConfigurationException.of(key, "is not JSON");
    }
  }
}
