package com.globalbooking.local.provider;

/**
 * The parts of a unique resource name that say what the resource is.
 *
 * @param type type token, without those of the parents
 * @param name logical name
 */
record Urn(String type, String name) {
  private static final int PARTS = 4;

  /**
   * Reads {@code urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>}.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Urn parse(String urn) {
    String[] parts = urn.split("::", PARTS);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("'" + urn + "' is not a urn");
    }
    String types = parts[2];
    return new Urn(types.substring(types.lastIndexOf('$') + 1), parts[3]);
  }
}
