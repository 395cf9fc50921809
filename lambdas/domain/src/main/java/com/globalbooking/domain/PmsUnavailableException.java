package com.globalbooking.domain;

/** A PMS gave no usable answer. */
public final class PmsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PmsUnavailableException(String message) {
    super(message);
  }

  public PmsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
