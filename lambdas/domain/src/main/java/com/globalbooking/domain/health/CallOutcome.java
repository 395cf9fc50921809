package com.globalbooking.domain.health;

/** How a call with a time limit ended. */
public sealed interface CallOutcome<T> {

  /** It returned in time. */
  record Returned<T>(T value) implements CallOutcome<T> {}

  /** It threw in time. */
  record Failed<T>(Throwable fault) implements CallOutcome<T> {}

  /** It was not over in time. Whether what it was to do happens is not known. */
  record Late<T>() implements CallOutcome<T> {}
}
