package com.globalbooking.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes what the network between two Regions does. */
@Command(
    name = "fault",
    description = "Delays, cuts or heals the network between two Regions, both ways.",
    footer = "Replication and calls between the Regions are hit alike. heal also ends a delay.",
    mixinStandardHelpOptions = true)
final class FaultCommand implements Callable<Integer> {
  enum Action {
    delay,
    cut,
    heal
  }

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "(delay|cut|heal)", description = "what to do")
  private Action action;

  @Parameters(index = "1", paramLabel = "<regionA>", description = "one Region")
  private String regionA;

  @Parameters(index = "2", paramLabel = "<regionB>", description = "the other Region")
  private String regionB;

  @Parameters(
      index = "3",
      paramLabel = "[ms]",
      arity = "0..1",
      defaultValue = "0",
      description = "one-way delay in milliseconds, for delay")
  private int milliseconds;

  @Override
  public Integer call() {
    JsonNode answer =
        ControlClient.connect(Workspace.ofThisCheckout())
            .ask(
                "fault",
                Map.of(
                    "action",
                    action.name(),
                    "a",
                    regionA,
                    "b",
                    regionB,
                    "ms",
                    Integer.toString(milliseconds)));
    spec.commandLine().getOut().println(answer.path("message").asText());
    return 0;
  }
}
