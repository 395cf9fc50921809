package com.globalbooking.stack.configuration;

import com.globalbooking.stack.naming.Region;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The values for one Region: what the configuration sets, and over it what it sets per Region. */
final class Values {

  private final Map<String, String> merged;
  private final List<String> problems = new ArrayList<>();

  Values(ConfigurationSource source, Region region) {
    this.merged = new LinkedHashMap<>(source.values());
    source
        .secretKeys()
        .forEach(
            key ->
                problem(
                    key,
                    "is a secure value; no key of this project holds a secret, and it would be"
                        + " readable by one stack only: set it in clear"));
    refuseUnknown("", source.values().keySet(), Keys.NAMES);
    source.value(Keys.PER_REGION).ifPresent(text -> overlay(text, region));
  }

  /**
   * The value of a key.
   *
   * @throws ConfigurationException when it is missing or wrong
   */
  <T> T of(Key<T> key) {
    String text = merged.get(key.name());
    if (text == null) {
      return key.otherwise()
          .orElseThrow(() -> ConfigurationException.of(key.name(), "is missing; set it"));
    }
    try {
      return key.parser().parse(text);
    } catch (IllegalArgumentException wrong) {
      throw ConfigurationException.of(key.name(), String.valueOf(wrong.getMessage()));
    }
  }

  /** What is wrong with the keys themselves, whatever their values. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  private void overlay(String text, Region own) {
    JsonObject regions;
    try {
      regions = Structures.object(text);
    } catch (IllegalArgumentException wrong) {
      problem(Keys.PER_REGION, String.valueOf(wrong.getMessage()));
      return;
    }
    Set<String> allowed =
        Keys.ALL.stream().filter(Key::regional).map(Key::name).collect(Collectors.toSet());
    for (Map.Entry<String, JsonElement> region : regions.entrySet()) {
      if (region.getValue().isJsonObject()) {
        JsonObject members = region.getValue().getAsJsonObject();
        refuseUnknown(
            "%s.%s.".formatted(Keys.PER_REGION, region.getKey()), members.keySet(), allowed);
        if (region.getKey().equals(own.value())) {
          members
              .entrySet()
              .forEach(each -> merged.put(each.getKey(), Structures.source(each.getValue())));
        }
      } else {
        problem(Keys.PER_REGION, "'%s' is not an object".formatted(region.getKey()));
      }
    }
  }

  private void refuseUnknown(String prefix, Set<String> keys, Set<String> known) {
    for (String key : new TreeSet<>(keys)) {
      if (!known.contains(key)) {
        String nearest =
            Spelling.nearest(key, known)
                .map(": did you mean '%s'?"::formatted)
                .orElse(known.size() < Keys.NAMES.size() ? " here" : "");
        problem(prefix + key, "is unknown" + nearest);
      }
    }
  }

  private void problem(String key, String what) {
    problems.add(ConfigurationException.sentence(key, what));
  }
}
