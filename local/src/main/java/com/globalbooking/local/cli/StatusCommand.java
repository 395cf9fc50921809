package com.globalbooking.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what runs, and what the program asked for that has no local counterpart. */
@Command(
    name = "status",
    description = "Endpoints, health, functions, links, replication, unknown resource types.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "the same as JSON")
  private boolean json;

  @Override
  public Integer call() {
    JsonNode status = ControlClient.connect(Workspace.ofThisCheckout()).ask("status", Map.of());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(status.toPrettyString());
    } else {
      print(status, out);
    }
    return 0;
  }

  private static String health(JsonNode region) {
    if (region.path("drained").asBoolean()) {
      return "drained";
    }
    return region.path("healthy").asBoolean() ? "healthy" : "unhealthy";
  }

  private static void print(JsonNode status, PrintWriter out) {
    out.printf("global endpoint  %s%n", status.path("globalEndpoint").asText());
    for (JsonNode region : status.path("regions")) {
      out.printf(
          "%n%s (%s, %s)  %s%n",
          region.path("region").asText(),
          region.path("role").asText(),
          health(region),
          region.path("apiEndpoint").asText());
      for (JsonNode check : region.path("checks")) {
        out.printf(
            "  health check %s %s: %s%n",
            check.path("type").asText(),
            check.path("id").asText(),
            check.path("healthy").asBoolean() ? "healthy" : "unhealthy");
      }
      for (JsonNode function : region.path("functions")) {
        out.printf(
            "  %-45s %d idle, %d busy, %d starting; %d invocations, %d failed; fastest start %d ms%n",
            function.path("name").asText(),
            function.path("idle").asInt(),
            function.path("busy").asInt(),
            function.path("starting").asInt(),
            function.path("invocations").asLong(),
            function.path("failures").asLong(),
            function.path("fastestStartMillis").asLong());
      }
      for (JsonNode mapping : region.path("mappings")) {
        out.printf(
            "  %s > %s: %d taken, %d failures, %d given up; %d waiting, oldest %d ms%s%n",
            mapping.path("source").asText(),
            mapping.path("function").asText(),
            mapping.path("taken").asLong(),
            mapping.path("failures").asLong(),
            mapping.path("givenUp").asLong(),
            mapping.path("backlog").asLong(),
            mapping.path("oldestMillis").asLong(),
            lastError(mapping));
      }
      for (JsonNode subscription : region.path("subscriptions")) {
        out.printf(
            "  %s > %s: %d delivered, %d waiting, %d lost%s%n",
            lastPart(subscription.path("topic").asText()),
            lastPart(subscription.path("endpoint").asText()),
            subscription.path("delivered").asLong(),
            subscription.path("waiting").asInt(),
            subscription.path("lost").asLong(),
            lastError(subscription));
      }
      for (JsonNode service : region.path("unavailable")) {
        out.printf("  made unavailable: %s%n", service.asText());
      }
      JsonNode unknown = region.path("unknownResources");
      if (unknown.isEmpty()) {
        out.println("  every resource type of the program has a local counterpart");
      }
      for (JsonNode resource : unknown) {
        out.printf(
            "  no local counterpart: %s %s%n",
            resource.path("type").asText(), resource.path("name").asText());
      }
    }
    out.println();
    for (JsonNode link : status.path("links")) {
      out.printf(
          "link %s - %s: %s%n",
          link.path("a").asText(), link.path("b").asText(), link.path("state").asText());
    }
    for (JsonNode lag : status.path("replication")) {
      out.printf(
          "replication %s %s > %s: %d waiting, oldest %d ms%n",
          lag.path("table").asText(),
          lag.path("from").asText(),
          lag.path("to").asText(),
          lag.path("pending").asInt(),
          lag.path("oldestMillis").asLong());
    }
  }

  private static String lastError(JsonNode part) {
    String error = part.path("lastError").asText();
    return error.isEmpty() ? "" : "; last error: " + error;
  }

  private static String lastPart(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
