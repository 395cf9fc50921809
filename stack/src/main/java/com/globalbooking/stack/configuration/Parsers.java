package com.globalbooking.stack.configuration;

import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What values of the configuration look like; see {@link Key.Parser}. */
final class Parsers {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@([^@\\s]+\\.[^@\\s]+)");

  /** Names that nobody can own (RFC 2606 and 6761), and marks that somebody has left to fill in. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(.*\\.)?(example|invalid|test)|(.*\\.)?example\\.(com|net|org)|.*[<>].*");

  private static final Pattern DOMAIN =
      Pattern.compile("(?!.{190})([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}(-dirty)?");

  /** The only periods that CloudWatch Logs accepts, in days. */
  private static final Set<Integer> LOG_RETENTION_DAYS =
      Set.of(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557);

  private static final Pattern ZONE_ID = Pattern.compile("Z[A-Z0-9]{4,31}");

  private Parsers() {}

  static String text(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("is empty");
    }
    if (PLACEHOLDER.matcher(text).matches()) {
      throw new IllegalArgumentException("'%s' is a placeholder: set your own".formatted(text));
    }
    return text;
  }

  static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("'%s' is not true or false".formatted(text));
    };
  }

  static Key.Parser<Integer> integer(int min, int max) {
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

  static double number(String text) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("'%s' is not a number".formatted(text));
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("'%s' is not a number".formatted(text));
    }
    return value;
  }

  static double positiveNumber(String text) {
    double value = number(text);
    if (value <= 0) {
      throw new IllegalArgumentException("'%s' is not a number above 0".formatted(text));
    }
    return value;
  }

  static int logRetention(String text) {
    int days = integer(1, 3653).parse(text);
    if (!LOG_RETENTION_DAYS.contains(days)) {
      throw new IllegalArgumentException(
          "CloudWatch Logs does not know a retention of %d days".formatted(days));
    }
    return days;
  }

  /** The state of the sources that is deployed, as scripts find it. */
  static String commit(String text) {
    if (!COMMIT.matcher(text).matches()) {
      throw new IllegalArgumentException("'%s' is not a commit".formatted(text));
    }
    return text;
  }

  static <E extends Enum<E>> Key.Parser<E> oneOf(
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
    refusePlaceholder(url.getHost());
    return url;
  }

  /** A secure URL by which an OpenID Connect issuer calls itself: nothing follows its path. */
  static URI issuer(String text) {
    URI url = secureUrl(text);
    if (url.getRawQuery() != null || url.getRawFragment() != null || url.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "'%s' cannot be an issuer: it has more than host and path".formatted(text));
    }
    return url;
  }

  /** A host name in lower case, with room for a Region in front. */
  static String domain(String text) {
    refusePlaceholder(text);
    if (!DOMAIN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a domain name in lower case such as booking.acme.com".formatted(text));
    }
    return text;
  }

  static String hostedZoneId(String text) {
    if (!ZONE_ID.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not the id of a hosted zone such as Z0123456789ABCDEFGHIJ".formatted(text));
    }
    return text;
  }

  /** An address that a topic can be subscribed with; whether it exists, its owner confirms. */
  static String email(String text) {
    Matcher address = EMAIL.matcher(text);
    if (!address.matches()) {
      throw new IllegalArgumentException("'%s' is not an e-mail address".formatted(text));
    }
    refusePlaceholder(address.group(1));
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

  private static void refusePlaceholder(String host) {
    if (PLACEHOLDER.matcher(host).matches()) {
      throw new IllegalArgumentException("'%s' is a placeholder: set your own".formatted(host));
    }
  }
}
