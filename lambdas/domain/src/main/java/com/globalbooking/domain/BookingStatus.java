package com.globalbooking.domain;

/** Where a booking stands. */
public enum BookingStatus {
  /** Its units are the guest's. */
  CONFIRMED
}
