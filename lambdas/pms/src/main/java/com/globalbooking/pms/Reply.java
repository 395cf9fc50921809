package com.globalbooking.pms;

/** What came back. */
sealed interface Reply {
  /**
   * An answer, whatever it says.
   *
   * @param mediaType without parameters, in lower case; empty when not said
   * @param body as UTF-8, whatever it says it is
   */
  record Answered(int status, String mediaType, String body) implements Reply {
    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** Whether the PMS is up and understood but says no to this message. */
    boolean isRefusal() {
      return switch (status) {
        case 401, 408, 425, 429 -> false;
        default -> status >= 400 && status < 500;
      };
    }
  }

  /** None, or none that could be read. */
  record NoAnswer(String reason) implements Reply {}
}
