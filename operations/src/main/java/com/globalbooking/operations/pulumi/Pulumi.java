package com.globalbooking.operations.pulumi;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.operations.environments.StackId;
import java.nio.file.Path;
import java.util.List;

/** Pulumi with whatever back end the operator is logged in to. */
public interface Pulumi {
  /** Every stack of this project. */
  List<StackSummary> stacks();

  /** Makes a stack without resources. */
  void create(StackId stack);

  /**
   * Runs an operation to its end.
   *
   * @param configuration the stack's own copy of its environment's file
   */
  Report run(Operation operation, StackId stack, Path configuration, RunListener listener);

  /**
   * The outputs of a stack, secret ones in plain text.
   *
   * @throws com.globalbooking.operations.RefusedException when there is no such stack
   */
  JsonNode outputs(StackId stack);

  /** Lets protected resources be destroyed. */
  void unprotect(StackId stack);
}
