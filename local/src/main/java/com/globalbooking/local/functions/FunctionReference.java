package com.globalbooking.local.functions;

/**
 * A function as callers name it: by name or ARN, of the whole function or of one version or alias.
 *
 * @param name of the function
 * @param qualifier number of a version, name of an alias, or {@link #LATEST}
 */
public record FunctionReference(String name, String qualifier) {
  /** What was deployed last, published or not. */
  public static final String LATEST = "$LATEST";

  private static final String FUNCTION = ":function:";

  /** Reads {@code name}, {@code name:qualifier} or an ARN of either. */
  public static FunctionReference of(String nameOrArn) {
    int function = nameOrArn.indexOf(FUNCTION);
    String local = function < 0 ? nameOrArn : nameOrArn.substring(function + FUNCTION.length());
    int qualifier = local.indexOf(':');
    return qualifier < 0
        ? new FunctionReference(local, LATEST)
        : new FunctionReference(local.substring(0, qualifier), local.substring(qualifier + 1));
  }

  /** What goes behind {@code :function:} in an ARN; policies tell the two forms apart. */
  public String suffix() {
    return qualifier.equals(LATEST) ? name : name + ":" + qualifier;
  }

  @Override
  public String toString() {
    return suffix();
  }
}
