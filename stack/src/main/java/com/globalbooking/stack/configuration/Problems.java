package com.globalbooking.stack.configuration;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Gathers what is wrong, so that all of it is told at once and each reason once. */
final class Problems {

  private final Set<String> found = new LinkedHashSet<>();

  void add(String key, String what) {
    found.add(ConfigurationException.sentence(key, what));
  }

  void addAll(Iterable<String> problems) {
    problems.forEach(found::add);
  }

  /** Notes what keeps a value from being read. */
  void check(Supplier<?> value) {
    try {
      var _ = value.get();
    } catch (ConfigurationException wrong) {
      found.addAll(wrong.problems());
    }
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw ConfigurationException.of(found.stream().toList());
    }
  }
}
