package com.globalbooking.operations.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes an environment that is not production. */
@Command(
    name = "scripts/destroy",
    description = {
      "Deletes an environment with all its data, without asking: the primary Region " + "last.",
      "Refused in production."
    },
    mixinStandardHelpOptions = true)
final class DestroyCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final EnvironmentArgument where = new EnvironmentArgument();

  DestroyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var file = session.environmentFile(where.environment);
    session.deploying(file, Optional.empty(), Optional.empty()).destroy(where.regions);
    return 0;
  }
}
