package com.globalbooking.local.engine;

/** A program that did not come to its end; the message carries the program's own words. */
public final class ProgramFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProgramFailedException(String message) {
    super(message);
  }
}
