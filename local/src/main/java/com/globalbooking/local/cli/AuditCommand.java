package com.globalbooking.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the reconciliation state machine once. */
@Command(
    name = "audit",
    description = "Starts the reconciliation state machine, waits for its end, prints its result.",
    footer = "Exit code 1 when the execution did not succeed. Ctrl-C leaves it running.",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
  private static final String RUNNING = "RUNNING";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "<region>",
      arity = "0..1",
      defaultValue = "",
      description = "where (default: the primary Region)")
  private String region;

  @Override
  public Integer call() throws InterruptedException {
    ControlClient regions = ControlClient.connect(Workspace.ofThisCheckout());
    JsonNode started = regions.ask("audit", region.isEmpty() ? Map.of() : Map.of("region", region));
    Map<String, String> which = new HashMap<>();
    which.put("region", started.path("region").asText());
    which.put("name", started.path("name").asText());
    JsonNode execution = regions.ask("execution", which);
    while (execution.path("run").path("status").asText().equals(RUNNING)) {
      Thread.sleep(FileTail.POLL_MILLIS);
      execution = regions.ask("execution", which);
    }
    PrintWriter out = spec.commandLine().getOut();
    JsonNode run = execution.path("run");
    String status = run.path("status").asText();
    out.printf(
        "%s  %s %s, %.1f s%n",
        run.path("region").asText(),
        run.path("stateMachine").asText(),
        status,
        run.path("millis").asLong() / 1000.0);
    if (status.equals("SUCCEEDED")) {
      out.println(execution.path("output").toPrettyString());
      return 0;
    }
    out.printf("%s: %s%n", execution.path("error").asText(), execution.path("cause").asText());
    out.printf("see scripts/local executions %s%n", run.path("name").asText());
    return 1;
  }
}
