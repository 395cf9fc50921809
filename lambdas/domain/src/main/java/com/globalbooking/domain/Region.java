package com.globalbooking.domain;

import java.util.regex.Pattern;

/** An AWS Region by its code, for example {@code eu-west-1}. */
public record Region(String code) {
  private static final Pattern ALLOWED = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d{1,2}");

  public Region {
    if (!ALLOWED.matcher(code).matches()) {
      throw new IllegalArgumentException("must be the code of an AWS Region, like eu-west-1");
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
