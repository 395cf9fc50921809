package com.globalbooking.domain;

import java.util.regex.Pattern;

/** The alphabet of ids: keys are joined with {@code #}, so no id may hold one. */
final class IdentifierText {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:~-]{1,64}");

  static void check(String value) {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "must be 1 to 64 letters, digits or any of . _ : ~ - characters");
    }
  }

  private IdentifierText() {}
}
