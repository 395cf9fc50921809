package com.globalbooking.operations.environments;

/**
 * One Region of an environment.
 *
 * @param environment for example {@code prod}
 * @param region for example {@code eu-west-1}
 */
public record StackId(String environment, String region) {

  /** The name that the stack has in Pulumi. */
  public String name() {
    return environment + "-" + region;
  }

  @Override
  public String toString() {
    return name();
  }
}
