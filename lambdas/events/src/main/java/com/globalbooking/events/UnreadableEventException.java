package com.globalbooking.events;

/** A text is not an event of the contract. The message names the field, never its value. */
public final class UnreadableEventException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableEventException(String message) {
    super(message);
  }
}
