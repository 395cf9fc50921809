package com.globalbooking.local.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a bearer token of the development issuer. */
@Command(
    name = "token",
    description = "A bearer token of the development issuer, good for 12 hours.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--sub",
      paramLabel = "<subject>",
      defaultValue = "guest",
      description = "who the token is for (default: ${DEFAULT-VALUE})")
  private String subject;

  @Option(
      names = "--scope",
      paramLabel = "<scopes>",
      defaultValue = "booking:write booking:read",
      description =
          "space-separated; hotel operators: inventory:write (default: \"${DEFAULT-VALUE}\")")
  private String scope;

  @Override
  public Integer call() {
    spec.commandLine()
        .getOut()
        .println(
            ControlClient.connect(Workspace.ofThisCheckout())
                .ask("token", Map.of("sub", subject, "scope", scope))
                .path("token")
                .asText());
    return 0;
  }
}
