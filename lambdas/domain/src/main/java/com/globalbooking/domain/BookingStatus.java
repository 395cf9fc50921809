package com.globalbooking.domain;

/** Where a booking stands. */
public enum BookingStatus {
  /** Its units are the guest's. */
  CONFIRMED(true),
  /** Its units are the guest's, in another room than the one first booked. */
  REASSIGNED(true),
  /** The guest has arrived: it is never moved again. */
  CHECKED_IN(true),
  /** Its units were given back. */
  CANCELLED(false);

  private final boolean live;

  BookingStatus(boolean live) {
    this.live = live;
  }

  /** Whether the booking holds units. */
  public boolean live() {
    return live;
  }
}
