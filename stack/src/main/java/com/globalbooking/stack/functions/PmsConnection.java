package com.globalbooking.stack.functions;

import com.globalbooking.contract.PmsIntegration;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * How hotels of one PMS are reached.
 *
 * @param name by which control records and the secret of keys refer to it
 */
public record PmsConnection(String name, PmsIntegration integration, URI url) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  /**
   * @throws IllegalArgumentException when the name is none, or the URL cannot stand in a list
   */
  public PmsConnection {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a name: up to 31 lower-case letters, digits and hyphens".formatted(name));
    }
    if (url.toString().contains(",")) {
      throw new IllegalArgumentException("'%s' has a comma".formatted(url));
    }
  }

  /** As functions read it. */
  String text() {
    return name + "=" + integration.id() + "=" + url;
  }
}
