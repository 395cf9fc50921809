package com.globalbooking.stack.configuration;

import com.globalbooking.stack.naming.Names;
import com.pulumi.exceptions.RunException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong before anything has been registered: everything, in one message that Pulumi prints
 * without a stack trace.
 */
public final class ConfigurationException extends RunException {
  private static final long serialVersionUID = 1L;

  /** Each reason as a sentence without its full stop. */
  private final List<String> problems;

  private ConfigurationException(List<String> problems, String message) {
    super(message);
    this.problems = List.copyOf(problems);
  }

  /** One wrong key; {@code what} continues the sentence that begins with it. */
  static ConfigurationException of(String key, String what) {
    return of(List.of(sentence(key, what)));
  }

  /** All reasons, each a sentence without its full stop. */
  public static ConfigurationException of(List<String> problems) {
    String heading =
        problems.size() == 1
            ? "The stack cannot be deployed:"
            : "The stack cannot be deployed, for %d reasons:".formatted(problems.size());
    return new ConfigurationException(
        problems,
        problems.stream()
            .map(problem -> "  " + problem + (problem.endsWith("?") ? "" : "."))
            .collect(
                Collectors.joining(
                    "\n", heading + "\n", "\nNothing has been registered or changed.")));
  }

  static String sentence(String key, String what) {
    return "%s:%s %s".formatted(Names.PROJECT, key, what);
  }

  List<String> problems() {
    return problems;
  }
}
