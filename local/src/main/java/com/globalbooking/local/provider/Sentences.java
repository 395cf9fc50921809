package com.globalbooking.local.provider;

/** Failures as people read them behind the name of the resource. */
final class Sentences {
  private Sentences() {}

  /** What went wrong, on one line. */
  static String of(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
