package com.globalbooking.local.functions;

/** The runtime of a function instance reported that it cannot start. */
public final class RuntimeInitException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String errorType;
  private final byte[] payload;

  RuntimeInitException(String errorType, byte[] payload) {
    super("the runtime cannot start: " + errorType);
    this.errorType = errorType;
    this.payload = payload.clone();
  }

  public String errorType() {
    return errorType;
  }

  /** The runtime's JSON error object. */
  public byte[] payload() {
    return payload.clone();
  }
}
