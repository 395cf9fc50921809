package com.globalbooking.stack.audit;

import java.util.regex.Pattern;

/**
 * Size of an instance of the audit database.
 *
 * @param value for example {@code db.r7g.large}
 */
public record InstanceClass(String value) {

  private static final Pattern SYNTAX = Pattern.compile("db\\.(serverless|[a-z0-9]+\\.[a-z0-9]+)");

  /** Sized by load, within a capacity. */
  static final InstanceClass SERVERLESS = new InstanceClass("db.serverless");

  /**
   * @throws IllegalArgumentException when it is none
   */
  public InstanceClass {
    if (!SYNTAX.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not an instance class such as db.r7g.large".formatted(value));
    }
  }

  boolean isServerless() {
    return equals(SERVERLESS);
  }
}
