package com.globalbooking.local.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a Region's stack outputs. */
@Command(
    name = "outputs",
    description = "The outputs of a Region's stack, as JSON.",
    mixinStandardHelpOptions = true)
final class OutputsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<region>", description = "for example us-west-2")
  private String region;

  @Override
  public Integer call() {
    spec.commandLine()
        .getOut()
        .println(
            ControlClient.connect(Workspace.ofThisCheckout())
                .ask("outputs", Map.of("region", region))
                .toPrettyString());
    return 0;
  }
}
