package com.globalbooking.stack.naming;

import java.util.regex.Pattern;

/**
 * An AWS Region.
 *
 * @param value its code, for example {@code eu-west-1}
 */
public record Region(String value) {

  /** What a Region code looks like. */
  static final String SYNTAX = "[a-z]{2}(?:-[a-z]+)+-[0-9]";

  private static final Pattern CODE = Pattern.compile(SYNTAX);

  /**
   * @throws IllegalArgumentException when the value does not look like a Region code
   */
  public Region {
    if (!CODE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not an AWS Region such as eu-west-1".formatted(value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
