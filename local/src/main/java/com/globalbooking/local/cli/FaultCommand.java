package com.globalbooking.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Breaks links, services, engines and functions of running Regions, and mends them. */
@Command(
    name = "fault",
    description = {
      "Delays, cuts or heals the network between two Regions, both ways:",
      "  fault (cut|heal) <region> <region>",
      "  fault delay <region> <region> <ms>",
      "takes a service of a Region down, or up again:",
      "  fault service <region> (dynamodb|events|execute-api|lambda|secretsmanager|sns|sqs) (down|up)",
      "kills an engine of a Region, or starts it again:",
      "  fault engine <region> (dynamodb|mariadb|redis) (down|up)",
      "kills all instances of a function, at work or not:",
      "  fault crash <region> <function>"
    },
    footer = {
      "Replication and calls between the Regions are hit alike. heal also ends a delay.",
      "A service that is down answers 503 to all functions; nothing it holds is lost.",
      "execute-api is the way of guests into the Region: without it none can connect.",
      "Of the engines redis comes back empty, the others with all that they had answered for."
    },
    mixinStandardHelpOptions = true)
final class FaultCommand implements Callable<Integer> {
  enum Action {
    delay,
    cut,
    heal,
    service,
    engine,
    crash
  }

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "<fault>", description = "what to do")
  private Action action;

  @Parameters(index = "1", paramLabel = "<region>", description = "in which Region, or from which")
  private String region;

  @Parameters(
      index = "2",
      paramLabel = "<to>",
      description = "the other Region, the service, the engine or the function")
  private String to;

  @Parameters(
      index = "3",
      paramLabel = "<ms>|down|up",
      arity = "0..1",
      defaultValue = "0",
      description = "one-way delay in milliseconds, for delay; down or up, for service and engine")
  private String value;

  @Override
  public Integer call() {
    JsonNode answer =
        ControlClient.connect(Workspace.ofThisCheckout())
            .ask(
                "fault",
                Map.of("action", action.name(), "region", region, "to", to, "value", value));
    spec.commandLine().getOut().println(answer.path("message").asText());
    return 0;
  }
}
