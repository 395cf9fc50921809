package com.globalbooking.stack.configuration;

import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** What values of the configuration look like; see {@link ConfigurationReader.Parser}. */
final class Parsers {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  private Parsers() {}

  static String text(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("is empty");
    }
    return text;
  }

  static ConfigurationReader.Parser<Integer> integer(int min, int max) {
    return text -> {
      int value;
      try {
        value = Integer.parseInt(text);
      } catch (NumberFormatException notANumber) {
        throw new IllegalArgumentException("'%s' is not a whole number".formatted(text));
      }
      if (value < min || value > max) {
        throw new IllegalArgumentException("%d is not within %d and %d".formatted(value, min, max));
      }
      return value;
    };
  }

  static double positiveNumber(String text) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("'%s' is not a number".formatted(text));
    }
    if (!Double.isFinite(value) || value <= 0) {
      throw new IllegalArgumentException("'%s' is not a number above 0".formatted(text));
    }
    return value;
  }

  static <E extends Enum<E>> ConfigurationReader.Parser<E> oneOf(
      Class<E> type, java.util.function.Function<E, String> value) {
    E[] constants = type.getEnumConstants();
    return text ->
        Arrays.stream(constants)
            .filter(constant -> value.apply(constant).equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' is none of %s"
                            .formatted(text, Arrays.stream(constants).map(value).toList())));
  }

  /** A URL that tokens or guest data may travel over: TLS, or not leaving the machine. */
  static URI secureUrl(String text) {
    URI url;
    try {
      url = URI.create(text);
    } catch (IllegalArgumentException notAUrl) {
      throw new IllegalArgumentException("'%s' is not a URL".formatted(text));
    }
    boolean secure =
        "https".equals(url.getScheme())
            || ("http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost()));
    if (url.getHost() == null || !secure) {
      throw new IllegalArgumentException(
          "'%s' is not an https URL (http is accepted on loopback only)".formatted(text));
    }
    return url;
  }

  /** An address that a topic can be subscribed with; whether it exists, its owner confirms. */
  static String email(String text) {
    if (!EMAIL.matcher(text).matches()) {
      throw new IllegalArgumentException("'%s' is not an e-mail address".formatted(text));
    }
    return text;
  }

  /** An origin as browsers send it: scheme, host, port, nothing more. */
  static String origin(String text) {
    URI url = secureUrl(text);
    boolean more =
        !url.getRawPath().isEmpty() || url.getRawQuery() != null || url.getUserInfo() != null;
    if (more) {
      throw new IllegalArgumentException("'%s' is not an origin: no path".formatted(text));
    }
    return text;
  }
}
