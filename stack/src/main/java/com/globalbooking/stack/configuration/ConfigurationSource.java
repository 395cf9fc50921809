package com.globalbooking.stack.configuration;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the stack's configuration sets.
 *
 * @param values key without namespace to value; lists and objects as JSON
 * @param secretKeys keys whose values are encrypted in the stack's configuration
 */
public record ConfigurationSource(Map<String, String> values, Set<String> secretKeys) {
  public ConfigurationSource {
    values = Map.copyOf(values);
    secretKeys = Set.copyOf(secretKeys);
  }

  /**
   * Reads what an engine hands to a program in its environment. The SDK reads the same texts, but
   * does not tell which keys there are, and so cannot see one that is misspelt.
   *
   * @param configuration value of {@code PULUMI_CONFIG}: a JSON object, key with namespace to text
   * @param secretKeys value of {@code PULUMI_CONFIG_SECRET_KEYS}: a JSON list
   * @param namespace of the keys to keep: the name of the project
   */
  public static ConfigurationSource of(
      @Nullable String configuration, @Nullable String secretKeys, String namespace) {
    String prefix = namespace + ":";
    Map<String, String> values = new LinkedHashMap<>();
    if (configuration != null) {
      for (Map.Entry<String, JsonElement> each :
          new Gson().fromJson(configuration, JsonObject.class).entrySet()) {
        if (each.getKey().startsWith(prefix)) {
          values.put(each.getKey().substring(prefix.length()), each.getValue().getAsString());
        }
      }
    }
    Set<String> secrets = new LinkedHashSet<>();
    if (secretKeys != null) {
      new Gson()
          .fromJson(secretKeys, JsonArray.class)
          .forEach(key -> secrets.add(key.getAsString().replaceFirst("^" + prefix, "")));
    }
    return new ConfigurationSource(values, secrets);
  }

  Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }
}
