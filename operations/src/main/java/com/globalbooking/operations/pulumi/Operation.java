package com.globalbooking.operations.pulumi;

import java.util.List;

/** What Pulumi does to a stack. */
public enum Operation {
  /** Says what would change. */
  PREVIEW("preview", List.of()),
  /** Makes it so. */
  UP("up", List.of("--yes", "--skip-preview")),
  /** Deletes every resource, and then the stack. */
  DESTROY("destroy", List.of("--yes", "--skip-preview", "--remove"));

  private final String command;

  @SuppressWarnings("ImmutableEnumChecker") // List.of(...) is immutable
  private final List<String> arguments;

  Operation(String command, List<String> arguments) {
    this.command = command;
    this.arguments = arguments;
  }

  /** The command of the CLI. */
  public String command() {
    return command;
  }

  List<String> arguments() {
    return arguments;
  }
}
