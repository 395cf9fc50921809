package com.globalbooking.operations.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a deployment would change. */
@Command(
    name = "scripts/preview",
    description = {
      "Says what scripts/up would change, Region by Region, and changes nothing.",
      "Functions need not be built: those that are not count as changed."
    },
    mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final EnvironmentArgument where = new EnvironmentArgument();

  @Option(names = "--expect-no-changes", description = "fail when anything would change")
  private boolean expectNoChanges;

  @Option(
      names = "--secrets-provider",
      paramLabel = "<url>",
      description = "of stacks that do not exist yet, for example awskms://alias/…")
  private Optional<String> secretsProvider = Optional.empty();

  PreviewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var file = session.environmentFile(where.environment);
    session
        .deploying(file, secretsProvider, SourceState.of(session.workspace().root()))
        .preview(where.regions, expectNoChanges);
    return 0;
  }
}
