package com.globalbooking.contract;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * How the hotels of one PMS are reached. The stack writes it into the environment as {@link #text},
 * functions {@link #parse} it.
 *
 * @param name by which control records and the secret of keys refer to it
 * @param url without a slash at its end; encrypted, or on this machine
 */
public record PmsConnection(String name, PmsIntegration integration, URI url) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  /**
   * @throws IllegalArgumentException when the name is none, or the URL is not encrypted or cannot
   *     stand in a list; the message has no URL, which might carry a secret
   */
  public PmsConnection {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a name: up to 31 lower-case letters, digits and hyphens".formatted(name));
    }
    boolean encrypted = "https".equals(url.getScheme()) && url.getHost() != null;
    boolean onThisMachine = "http".equals(url.getScheme()) && "127.0.0.1".equals(url.getHost());
    if (!encrypted && !onThisMachine) {
      throw new IllegalArgumentException("the URL of PMS %s must be https".formatted(name));
    }
    if (url.toString().contains(",")) {
      throw new IllegalArgumentException("the URL of PMS %s has a comma".formatted(name));
    }
    url = URI.create(url.toString().replaceFirst("/+$", ""));
  }

  /**
   * Reads {@code name=integration=url}.
   *
   * @throws IllegalArgumentException when it is not of that form
   */
  public static PmsConnection parse(String text) {
    String[] parts = text.strip().split("=", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a PMS connection is name=integration=url");
    }
    PmsIntegration integration =
        Arrays.stream(PmsIntegration.values())
            .filter(known -> known.id().equals(parts[1]))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no PMS integration is called " + parts[1]));
    return new PmsConnection(parts[0], integration, URI.create(parts[2]));
  }

  /** {@code name=integration=url}. */
  public String text() {
    return name + "=" + integration.id() + "=" + url;
  }
}
