package com.globalbooking.operations.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a bearer token. */
@Command(
    name = "scripts/token",
    description =
        "Prints a bearer token for the API of an environment that makes its own user "
            + "pool, or of local Regions. It is kept in .local/tokens until it expires.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "<env>", description = "for example dev or local")
  private String environment;

  TokenCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.console().line(session.token(session.environmentFile(environment).environment()));
    return 0;
  }
}
