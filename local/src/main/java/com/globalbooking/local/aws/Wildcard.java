package com.globalbooking.local.aws;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** IAM's patterns: {@code *} stands for any text, {@code ?} for one character. */
public record Wildcard(String text, Pattern pattern) {

  /** A pattern that tells upper from lower case. */
  public static Wildcard exact(String text) {
    return new Wildcard(text, Pattern.compile(regex(text), Pattern.DOTALL));
  }

  /** The names of actions are not case-sensitive. */
  public static Wildcard ignoringCase(String text) {
    return new Wildcard(
        text, Pattern.compile(regex(text), Pattern.DOTALL | Pattern.CASE_INSENSITIVE));
  }

  /** Whether the whole value is as the pattern says. */
  public boolean matches(String value) {
    return pattern.matcher(value).matches();
  }

  private static String regex(String text) {
    return text.chars().mapToObj(Wildcard::regex).collect(Collectors.joining());
  }

  private static String regex(int character) {
    return switch (character) {
      case '*' -> ".*";
      case '?' -> ".";
      default -> Pattern.quote(Character.toString(character));
    };
  }
}
