package com.globalbooking.operations.deploying;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.operations.environments.StackId;
import com.globalbooking.operations.pulumi.Operation;
import com.globalbooking.operations.pulumi.Pulumi;
import com.globalbooking.operations.pulumi.Report;
import com.globalbooking.operations.pulumi.RunListener;
import com.globalbooking.operations.pulumi.StackSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Notes what it is told, in order, and has whatever resources a test gives it. */
public final class RecordingPulumi implements Pulumi {
  public final List<String> calls = new ArrayList<>();
  public final Map<String, Integer> resources = new TreeMap<>();
  public final Map<String, Report> reports = new TreeMap<>();

  @Override
  public List<StackSummary> stacks() {
    return resources.entrySet().stream()
        .map(it -> new StackSummary(it.getKey(), it.getValue()))
        .toList();
  }

  @Override
  public void create(StackId stack) {
    calls.add("create " + stack);
    resources.put(stack.name(), 0);
  }

  @Override
  public Report run(Operation operation, StackId stack, Path configuration, RunListener listener) {
    calls.add(operation.command() + " " + stack);
    return reports.getOrDefault(stack.name(), new Report(true, Map.of("same", 3), List.of()));
  }

  @Override
  public JsonNode outputs(StackId stack) {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void unprotect(StackId stack) {
    calls.add("unprotect " + stack);
  }
}
