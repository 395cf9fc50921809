package com.globalbooking.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows executions of state machines. */
@Command(
    name = "executions",
    description = "Executions of state machines, the latest first; or the history of one.",
    mixinStandardHelpOptions = true)
final class ExecutionsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "<execution>",
      arity = "0..1",
      defaultValue = "",
      description = "its name or the beginning of it: prints its history")
  private String execution;

  @Option(
      names = "--region",
      paramLabel = "<region>",
      defaultValue = "",
      description = "only this Region")
  private String region;

  @Option(names = "--json", description = "the same as JSON, with inputs and outputs whole")
  private boolean json;

  @Override
  public Integer call() {
    ControlClient regions = ControlClient.connect(Workspace.ofThisCheckout());
    Map<String, String> which = new HashMap<>();
    if (!region.isEmpty()) {
      which.put("region", region);
    }
    if (!execution.isEmpty()) {
      which.put("name", execution);
    }
    JsonNode answer = regions.ask(execution.isEmpty() ? "executions" : "execution", which);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(answer.toPrettyString());
    } else if (execution.isEmpty()) {
      answer.forEach(run -> print(run, out));
    } else {
      print(answer.path("run"), out);
      answer.path("history").forEach(event -> printEvent(event, out));
    }
    return 0;
  }

  private static void print(JsonNode run, PrintWriter out) {
    out.printf(
        "%s  %s  %-9s  %s  %s %s%n",
        run.path("region").asText(),
        run.path("started").asText(),
        run.path("status").asText(),
        run.path("name").asText(),
        run.path("stateMachine").asText(),
        run.path("millis").isNumber() ? run.path("millis").asLong() + " ms" : "");
  }

  private static void printEvent(JsonNode event, PrintWriter out) {
    out.printf(
        "%5d  %s  %-24s %-30s %s%n",
        event.path("id").asLong(),
        event.path("at").asText(),
        event.path("type").asText(),
        event.path("state").asText(),
        event.path("data"));
  }
}
