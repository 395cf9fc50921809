package com.globalbooking.stack.naming;

import java.util.regex.Pattern;

/**
 * One deployment of the product over all its Regions, for example {@code prod} or {@code local}.
 *
 * @param value its name: 1 to 10 lower-case letters and digits, short because it is part of bucket
 *     and role names, which AWS limits to 63 and 64 characters
 */
public record Environment(String value) {

  /** What the name of an environment looks like. */
  static final String SYNTAX = "[a-z][a-z0-9]{0,9}";

  private static final Pattern NAME = Pattern.compile(SYNTAX);
  private static final String PRODUCTION = "prod";

  /**
   * @throws IllegalArgumentException when the name is no such name
   */
  public Environment {
    if (!NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not an environment: 1 to 10 lower-case letters and digits".formatted(value));
    }
  }

  /** Whether the data is that of real guests, and so must not be deleted by mistake. */
  public boolean isProduction() {
    return value.equals(PRODUCTION);
  }

  @Override
  public String toString() {
    return value;
  }
}
