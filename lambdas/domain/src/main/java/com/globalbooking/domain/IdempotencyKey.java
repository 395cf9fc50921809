package com.globalbooking.domain;

/** A client's name for one request, so that repeating it does nothing twice. */
public record IdempotencyKey(String value) {
  public static final int MAX = 128;

  public IdempotencyKey {
    if (value.isBlank()
        || value.length() > MAX
        || !value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException("must be 1 to " + MAX + " printable ASCII characters");
    }
  }
}
