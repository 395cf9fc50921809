package com.globalbooking.domain;

/** The cache did not answer in time. */
public final class CacheUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CacheUnavailableException(String message) {
    super(message);
  }

  public CacheUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
