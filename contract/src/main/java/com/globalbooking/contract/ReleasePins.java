package com.globalbooking.contract;

/**
 * The parameter in which people hold functions at a version: a JSON object, function id to version
 * number, in each Region. The stack makes it, {@code scripts/rollback} writes it.
 */
public final class ReleasePins {
  /** Nothing is held. */
  public static final String NONE = "{}";

  private ReleasePins() {}

  /** Name of the parameter in Systems Manager. */
  public static String parameterName(String environment) {
    return "/global-booking/" + environment + "/pinned-versions";
  }
}
