package com.globalbooking.contract;

/** OAuth scopes that the token of a caller must carry. */
public enum Scope {
  /** Read availability and one's own bookings. */
  BOOKING_READ("booking:read"),
  /** Make and change one's own bookings. */
  BOOKING_WRITE("booking:write"),
  /** Push allotments: hotel operators, channel managers, PMS. */
  INVENTORY_WRITE("inventory:write");

  private final String value;

  Scope(String value) {
    this.value = value;
  }

  /** The scope as it stands in a token. */
  public String value() {
    return value;
  }
}
