package com.globalbooking.stack.configuration;

import java.util.Set;
import java.util.TreeSet;

/** Names of keys, for tests that compare them with what people read. */
public final class DocumentedKeys {

  private DocumentedKeys() {}

  /** Every key. */
  public static Set<String> all() {
    return Keys.NAMES;
  }

  /** Keys that must be set. */
  public static Set<String> required() {
    Set<String> names = new TreeSet<>();
    Keys.ALL.stream()
        .filter(key -> key.otherwise().isEmpty())
        .forEach(key -> names.add(key.name()));
    return names;
  }
}
