package com.globalbooking.operations.pulumi;

import com.globalbooking.operations.environments.StackId;
import java.util.Map;
import java.util.Optional;

/** The environment variables of the CLI. */
@FunctionalInterface
public interface CliEnvironment {
  /**
   * What is set besides the operator's own.
   *
   * @param stack that the command is about; empty for commands about all
   */
  Map<String, String> variables(Optional<StackId> stack);
}
