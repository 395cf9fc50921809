package com.globalbooking.eventsources;

/** A delivery is not what it should be, and never will be. The message holds no value of it. */
public final class UnreadableDeliveryException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadableDeliveryException(String message) {
    super(message);
  }
}
