package com.globalbooking.domain;

/** The account that books: the {@code sub} of its token. Never logged. */
public record GuestId(String subject) {
  public GuestId {
    if (subject.isEmpty() || subject.length() > 256) {
      throw new IllegalArgumentException("must be 1 to 256 characters");
    }
  }

  @Override
  public String toString() {
    return "GuestId[redacted]";
  }
}
