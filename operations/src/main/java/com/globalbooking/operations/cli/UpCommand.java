package com.globalbooking.operations.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deploys an environment. */
@Command(
    name = "scripts/up",
    description =
        "Deploys an environment without asking: the primary Region first, then the "
            + "others, one after another. Can be repeated after an interruption or a failure; "
            + "what was made is kept.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final EnvironmentArgument where = new EnvironmentArgument();

  @Option(
      names = "--secrets-provider",
      paramLabel = "<url>",
      description = "of stacks that do not exist yet, for example awskms://alias/…")
  private Optional<String> secretsProvider = Optional.empty();

  UpCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var file = session.environmentFile(where.environment);
    session
        .deploying(file, secretsProvider, SourceState.of(session.workspace().root()))
        .up(where.regions);
    return 0;
  }
}
