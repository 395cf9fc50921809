package com.globalbooking.domain;

/** A room type within a property, as its owner names it: 1 to 64 of {@code [A-Za-z0-9._:~-]}. */
public record RoomId(String value) {
  public RoomId {
    IdentifierText.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
