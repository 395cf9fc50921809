package com.globalbooking.domain;

/** A property (hotel), as its owner names it: 1 to 64 of {@code [A-Za-z0-9._:~-]}. */
public record PropertyId(String value) {
  public PropertyId {
    IdentifierText.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
