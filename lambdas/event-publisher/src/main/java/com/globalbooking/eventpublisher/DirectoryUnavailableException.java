package com.globalbooking.eventpublisher;

/** Nobody can tell now which PMS a hotel has. */
public final class DirectoryUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DirectoryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  public DirectoryUnavailableException(String message) {
    super(message);
  }
}
