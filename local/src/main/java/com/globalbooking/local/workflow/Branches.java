package com.globalbooking.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.local.workflow.data.DataPath;
import com.globalbooking.local.workflow.data.Excerpt;
import com.globalbooking.local.workflow.data.Scope;
import com.globalbooking.local.workflow.data.StateFailure;
import com.globalbooking.local.workflow.definition.Flow;
import com.globalbooking.local.workflow.definition.State;
import com.globalbooking.local.workflow.definition.State.Concurrency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Runs flows beside each other. The first one that fails ends the others and fails them all. */
final class Branches {
  private final Interpreter interpreter;

  Branches(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** The branches of a Parallel: their outputs, in the order of the branches. */
  JsonNode all(State.Parallel parallel, JsonNode input, Frame frame)
      throws StateFailure, InterruptedException, ExecutionTimedOutException {
    List<Callable<JsonNode>> runs = new ArrayList<>();
    for (Flow branch : parallel.branches()) {
      runs.add(() -> interpreter.run(branch, input, frame));
    }
    return outputs(runs, 0);
  }

  /** The iterations of a Map: their outputs, in the order of the items. */
  JsonNode each(State.Map map, Scope scope, Frame frame)
      throws StateFailure, InterruptedException, ExecutionTimedOutException {
    JsonNode items = map.itemsPath().require(scope, "ItemsPath");
    if (!(items instanceof ArrayNode list)) {
      throw StateFailure.runtime(
          "Reference path '%s' must point to array, not to %s"
              .formatted(map.itemsPath(), Excerpt.of(items)));
    }
    List<Callable<JsonNode>> runs = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      Frame iteration = frame.iteration(map, i, item);
      JsonNode input = item;
      if (map.itemSelector().isPresent()) {
        Scope ofItem = iteration.scope(map, scope.data(), frame.execution().started(), 0);
        input = map.itemSelector().get().fill(ofItem);
      }
      JsonNode given = input;
      runs.add(() -> interpreter.run(map.processor(), given, iteration));
    }
    return outputs(runs, concurrency(map.maxConcurrency(), scope));
  }

  private static int concurrency(Concurrency concurrency, Scope scope) throws StateFailure {
    return switch (concurrency) {
      case Concurrency.Fixed(int most) -> most;
      case Concurrency.InData(DataPath path) ->
          Math.toIntExact(Pauses.seconds(path, scope, "MaxConcurrencyPath", 0));
    };
  }

  private static JsonNode outputs(List<Callable<JsonNode>> runs, int most)
      throws StateFailure, InterruptedException, ExecutionTimedOutException {
    Semaphore places = new Semaphore(most == 0 ? Math.max(1, runs.size()) : most);
    Map<Integer, JsonNode> outputs = new HashMap<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var finished = new ExecutorCompletionService<Map.Entry<Integer, JsonNode>>(threads);
      for (int i = 0; i < runs.size(); i++) {
        int index = i;
        Future<?> _ =
            finished.submit(
                () -> {
                  places.acquire();
                  try {
                    return Map.entry(index, runs.get(index).call());
                  } finally {
                    places.release();
                  }
                });
      }
      try {
        for (int i = 0; i < runs.size(); i++) {
          Map.Entry<Integer, JsonNode> output = finished.take().get();
          outputs.put(output.getKey(), output.getValue());
        }
      } catch (ExecutionException e) {
        throw rethrown(e);
      } finally {
        threads.shutdownNow();
      }
    }
    ArrayNode inOrder = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < runs.size(); i++) {
      inOrder.add(outputs.get(i));
    }
    return inOrder;
  }

  private static RuntimeException rethrown(ExecutionException failed)
      throws StateFailure, InterruptedException, ExecutionTimedOutException {
    switch (failed.getCause()) {
      case StateFailure failure -> throw failure;
      case ExecutionTimedOutException late -> throw late;
      case InterruptedException stop -> throw stop;
      case RuntimeException defect -> throw defect;
      case null, default -> throw new IllegalStateException(failed.getCause());
    }
  }
}
