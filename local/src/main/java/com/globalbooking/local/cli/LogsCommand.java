package com.globalbooking.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a function wrote, in every Region. */
@Command(
    name = "logs",
    description = "Log lines of a function, each with its Region in front.",
    mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<function>", description = "for example booking-handler")
  private String function;

  @Option(
      names = {"-f", "--follow"},
      description = "go on printing new lines until Ctrl-C")
  private boolean follow;

  @Override
  public Integer call() throws IOException, InterruptedException {
    JsonNode files =
        ControlClient.connect(Workspace.ofThisCheckout()).ask("logs", Map.of("function", function));
    Map<String, FileTail> tails = new LinkedHashMap<>();
    files
        .properties()
        .forEach(
            entry -> tails.put(entry.getKey(), new FileTail(Path.of(entry.getValue().asText()))));
    PrintWriter out = spec.commandLine().getOut();
    do {
      for (Map.Entry<String, FileTail> tail : tails.entrySet()) {
        tail.getValue().newLines().forEach(line -> out.println(tail.getKey() + "  " + line));
      }
      out.flush();
      if (follow) {
        Thread.sleep(FileTail.POLL_MILLIS);
      }
    } while (follow);
    return 0;
  }
}
