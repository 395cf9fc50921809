package com.globalbooking.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the hotels' PMS, or changes how one of them behaves. */
@Command(
    name = "pms",
    description = "Lists the PMS simulators with their counts, or changes how one behaves.",
    footer = {
      "ok         as agreed",
      "slow       takes what it gets and answers 20 s later",
      "down       answers 503 and takes nothing",
      "garbage    answers 200 with rubbish, a login page, half an answer or a huge one",
      "duplicate  takes what it gets and says that it had it before, late, or nothing at all"
    },
    mixinStandardHelpOptions = true)
final class PmsCommand implements Callable<Integer> {
  enum Mode {
    ok,
    slow,
    down,
    garbage,
    duplicate
  }

  @Spec private CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", paramLabel = "<name>", description = "which PMS")
  private @Nullable String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "(ok|slow|down|garbage|duplicate)",
      description = "how it is to behave")
  private @Nullable Mode mode;

  @Override
  public Integer call() {
    if (name != null && mode == null) {
      throw new ParameterException(
          spec.commandLine(), "Say how " + name + " is to behave, or leave its name out.");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    if (name != null && mode != null) {
      parameters.put("name", name);
      parameters.put("mode", mode.name());
    }
    JsonNode systems = ControlClient.connect(Workspace.ofThisCheckout()).ask("pms", parameters);
    PrintWriter out = spec.commandLine().getOut();
    systems.forEach(pms -> print(pms, out));
    return 0;
  }

  private static void print(JsonNode pms, PrintWriter out) {
    out.printf(
        "%-10s %-11s %-10s %s%n",
        pms.path("name").asText(),
        pms.path("integration").asText(),
        pms.path("mode").asText(),
        pms.path("url").asText());
    out.printf(
        "  %d calls, %d repeated, %d badly signed; %d events taken of %d, %d reservations; %d statements%n",
        pms.path("calls").asLong(),
        pms.path("repeated").asLong(),
        pms.path("badlySigned").asLong(),
        pms.path("eventsTaken").asLong(),
        pms.path("events").asLong(),
        pms.path("reservations").asLong(),
        pms.path("statements").asLong());
  }
}
