package com.globalbooking.stack.availability;

import java.util.regex.Pattern;

/**
 * Size of a node of the cache.
 *
 * @param value for example {@code cache.r7g.large}
 */
public record NodeType(String value) {

  private static final Pattern SYNTAX = Pattern.compile("cache\\.[a-z0-9]+\\.[a-z0-9]+");

  /**
   * @throws IllegalArgumentException when it is none
   */
  public NodeType {
    if (!SYNTAX.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a node type such as cache.r7g.large".formatted(value));
    }
  }
}
