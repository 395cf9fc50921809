package com.globalbooking.local.pms;

import java.util.Arrays;
import java.util.Locale;

/** How a PMS behaves. */
public enum PmsMode {
  /** As agreed. */
  OK,
  /** Takes what it gets, and says so long after anybody waits for it. */
  SLOW,
  /** Answers 503 and takes nothing. */
  DOWN,
  /** Answers 200 with something that is no answer, and takes nothing. */
  GARBAGE,
  /**
   * Takes what it gets and does not say so: tells that it was taken already, late, or not at all;
   * whoever asks again hears the same once more.
   */
  DUPLICATE;

  /** As people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The mode of this word.
   *
   * @throws IllegalArgumentException with all words, when there is none
   */
  public static PmsMode of(String word) {
    return Arrays.stream(values())
        .filter(mode -> mode.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A PMS cannot be '%s'; it can be %s."
                        .formatted(
                            word,
                            String.join(
                                ", ", Arrays.stream(values()).map(PmsMode::word).toList()))));
  }
}
