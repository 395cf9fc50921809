package com.globalbooking.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes what the network between two Regions does, or whether a service of one answers. */
@Command(
    name = "fault",
    description = {
      "Delays, cuts or heals the network between two Regions, both ways;",
      "or takes a service of one Region down, or up again:",
      "fault service <region> (dynamodb|events|lambda|secretsmanager|sns|sqs) (down|up)"
    },
    footer = {
      "Replication and calls between the Regions are hit alike. heal also ends a delay.",
      "A service that is down answers 503 to all functions; nothing it holds is lost."
    },
    mixinStandardHelpOptions = true)
final class FaultCommand implements Callable<Integer> {
  enum Action {
    delay,
    cut,
    heal,
    service
  }

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "(delay|cut|heal|service)", description = "what to do")
  private Action action;

  @Parameters(index = "1", paramLabel = "<regionA>", description = "one Region")
  private String regionA;

  @Parameters(
      index = "2",
      paramLabel = "<regionB>|<service>",
      description = "the other Region, or the service")
  private String other;

  @Parameters(
      index = "3",
      paramLabel = "[ms|down|up]",
      arity = "0..1",
      defaultValue = "0",
      description = "one-way delay in milliseconds, for delay; down or up, for service")
  private String value;

  @Override
  public Integer call() {
    JsonNode answer =
        ControlClient.connect(Workspace.ofThisCheckout())
            .ask("fault", Map.of("action", action.name(), "a", regionA, "b", other, "ms", value));
    spec.commandLine().getOut().println(answer.path("message").asText());
    return 0;
  }
}
