package com.globalbooking.stack.configuration;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds what somebody may have meant. */
final class Spelling {

  /** Of a word this share may be wrong, or it was another word. */
  private static final int RIGHT_LETTERS_PER_WRONG_ONE = 3;

  private Spelling() {}

  /** The word of least distance, if one is near at all. */
  static Optional<String> nearest(String text, Set<String> words) {
    return words.stream()
        .filter(word -> distance(text, word) <= word.length() / RIGHT_LETTERS_PER_WRONG_ONE)
        .min(
            Comparator.comparingInt((String word) -> distance(text, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein's distance, whatever the case. */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    for (int column = 0; column <= b.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= a.length(); row++) {
      int[] current = new int[b.length() + 1];
      current[0] = row;
      for (int column = 1; column <= b.length(); column++) {
        int replaced = above[column - 1] + (a.charAt(row - 1) == b.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
      }
      above = current;
    }
    return above[b.length()];
  }
}
