package com.globalbooking.local.cli;

import java.util.Map;

/** Parameters of commands that come over the control channel. */
final class Parameters {
  private Parameters() {}

  /** The value of a parameter; a sentence when it is missing. */
  static String required(Map<String, String> parameters, String name) {
    String value = parameters.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("'" + name + "' is missing.");
    }
    return value;
  }
}
