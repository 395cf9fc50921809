package com.globalbooking.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code scripts/local}: runs the product on this machine. */
@Command(
    name = "scripts/local",
    description = "Local Regions: the project's own Pulumi program and functions on this machine.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      ServeCommand.class,
      DownCommand.class,
      StatusCommand.class,
      OutputsCommand.class,
      TokenCommand.class,
      FaultCommand.class,
      PmsCommand.class,
      LogsCommand.class,
      AuditCommand.class,
      ExecutionsCommand.class,
      AlarmsCommand.class,
      HelpCommand.class
    })
public final class LocalCommand {

  private LocalCommand() {}

  /** Exit codes: 0 done, 1 a sentence on standard error says what failed, 2 wrong usage. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new LocalCommand())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println(sentences(failure));
              return CommandLine.ExitCode.SOFTWARE;
            });
  }

  /** What went wrong and why, without a stack trace: these are read by people at a prompt. */
  private static String sentences(Throwable failure) {
    StringBuilder told = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
      if (told.indexOf(message) < 0) {
        told.append(told.isEmpty() ? "" : System.lineSeparator() + "  because: ").append(message);
      }
    }
    return told.toString();
  }
}
