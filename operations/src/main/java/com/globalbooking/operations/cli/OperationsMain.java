package com.globalbooking.operations.cli;

import com.globalbooking.operations.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** {@code scripts/operate <command>}: what {@code scripts/up} and the other commands run. */
public final class OperationsMain {
  private static final Map<String, Function<Session, Object>> COMMANDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("preview", PreviewCommand::new),
              Map.entry("up", UpCommand::new),
              Map.entry("outputs", OutputsCommand::new),
              Map.entry("destroy", DestroyCommand::new),
              Map.entry("rollback", RollbackCommand::new),
              Map.entry("drain", DrainCommand::new),
              Map.entry("undrain", UndrainCommand::new),
              Map.entry("retire", RetireCommand::new),
              Map.entry("token", TokenCommand::new),
              Map.entry("smoke", SmokeCommand::new)));

  private static final int USAGE_WIDTH = 100;

  private OperationsMain() {}

  /** Exit codes: 0 done, 1 a sentence on standard error says what failed, 2 wrong usage. */
  public static void main(String[] arguments) {
    System.exit(execute(Session.ofThisCheckout(), arguments));
  }

  static int execute(Session session, String... arguments) {
    List<String> all = Arrays.asList(arguments);
    Function<Session, Object> command = all.isEmpty() ? null : COMMANDS.get(all.getFirst());
    if (command == null) {
      System.err.println("usage: scripts/operate " + COMMANDS.keySet() + " <environment> …");
      return CommandLine.ExitCode.USAGE;
    }
    return new CommandLine(command.apply(session))
        .setUsageHelpWidth(USAGE_WIDTH)
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              line.getErr().println(sentence(failure));
              return CommandLine.ExitCode.SOFTWARE;
            })
        .execute(all.subList(1, all.size()).toArray(String[]::new));
  }

  /** One thing, for an operator at a prompt. */
  private static String sentence(Exception failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return switch (failure) {
      case RefusedException refused -> message;
      case SdkClientException unsent when message.contains("Unable to load credentials") ->
          "AWS takes no credentials from here: log in (aws sso login) or set AWS_PROFILE, then try"
              + " again.";
      case SdkException aws -> "AWS refused: " + message;
      default -> failure.getClass().getSimpleName() + ": " + message;
    };
  }
}
