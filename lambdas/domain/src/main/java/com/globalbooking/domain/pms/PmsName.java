package com.globalbooking.domain.pms;

import java.util.regex.Pattern;

/** The name of a connection to a PMS, which may serve many properties. */
public record PmsName(String value) {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  public PmsName {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException("must be 1 to 64 letters, digits or any of . _ -");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
