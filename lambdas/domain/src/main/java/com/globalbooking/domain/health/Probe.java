package com.globalbooking.domain.health;

/** The reads and the write that show whether a Region can take bookings. */
public enum Probe {
  /** A consistent read of the inventory table. */
  INVENTORY("inventory"),
  /** A consistent read of the bookings table. */
  BOOKINGS("bookings"),
  /** A consistent read of the regions table. */
  REGIONS("regions"),
  /** A write to the control table. */
  CONTROL("control");

  private final String label;

  Probe(String label) {
    this.label = label;
  }

  /** The name in responses and logs. */
  public String label() {
    return label;
  }
}
