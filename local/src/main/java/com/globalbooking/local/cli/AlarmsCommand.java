package com.globalbooking.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the alarms. */
@Command(
    name = "alarms",
    description = "Every alarm with its state, why and since when; and those that can never fire.",
    mixinStandardHelpOptions = true)
final class AlarmsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--region",
      paramLabel = "<region>",
      defaultValue = "",
      description = "only this Region")
  private String region;

  @Option(names = "--fail-on-alarm", description = "exit code 1 when an alarm is in ALARM")
  private boolean failOnAlarm;

  @Option(names = "--json", description = "the same as JSON")
  private boolean json;

  @Override
  public Integer call() {
    JsonNode answer =
        ControlClient.connect(Workspace.ofThisCheckout())
            .ask("alarms", region.isEmpty() ? Map.of() : Map.of("region", region));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(answer.toPrettyString());
    } else {
      print(answer, out);
    }
    return failOnAlarm && anyInAlarm(answer) ? 1 : 0;
  }

  static boolean anyInAlarm(JsonNode answer) {
    for (JsonNode alarm : answer.path("alarms")) {
      if (alarm.path("state").asText().equals("ALARM")) {
        return true;
      }
    }
    return false;
  }

  private static void print(JsonNode answer, PrintWriter out) {
    for (JsonNode alarm : answer.path("alarms")) {
      out.printf(
          "%-17s  %s  %s  since %s%n                   %s%n",
          alarm.path("state").asText(),
          alarm.path("region").asText(),
          alarm.path("name").asText(),
          alarm.path("since").asText(),
          alarm.path("reason").asText());
    }
    for (JsonNode alarm : answer.path("unreachable")) {
      out.printf(
          "CAN NEVER FIRE     %s  %s: %s%n",
          alarm.path("region").asText(), alarm.path("name").asText(), alarm.path("why").asText());
    }
  }
}
