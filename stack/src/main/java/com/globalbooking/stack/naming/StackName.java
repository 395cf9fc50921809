package com.globalbooking.stack.naming;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a stack: environment and Region, for example {@code prod-eu-west-1}. */
public record StackName(Environment environment, Region region) {

  private static final Pattern NAME =
      Pattern.compile("(%s)-(%s)".formatted(Environment.SYNTAX, Region.SYNTAX));

  /**
   * Reads the name that the stack was given on the command line.
   *
   * @throws IllegalArgumentException when it is not an environment and a Region
   */
  public static StackName parse(String text) {
    Matcher matcher = NAME.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "the stack is called '%s', not <environment>-<region> such as prod-eu-west-1"
              .formatted(text));
    }
    return new StackName(new Environment(matcher.group(1)), new Region(matcher.group(2)));
  }

  @Override
  public String toString() {
    return environment + "-" + region;
  }
}
