package com.globalbooking.local.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.functions.FunctionInvoker;
import com.globalbooking.local.functions.InvocationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A function that does as the test says and remembers what it was given. */
final class RecordingFunction implements FunctionInvoker {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<List<JsonNode>> batches = new ArrayList<>();
  private volatile Function<List<JsonNode>, InvocationResult> behaviour = _ -> done();

  void does(Function<List<JsonNode>, InvocationResult> what) {
    behaviour = what;
  }

  @Override
  public InvocationResult invoke(String functionName, byte[] payload) {
    List<JsonNode> batch = new ArrayList<>();
    try {
      JSON.readTree(payload).path("Records").forEach(batch::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    synchronized (batches) {
      batches.add(batch);
    }
    return behaviour.apply(batch);
  }

  /** Everything it was given, invocation by invocation. */
  List<List<JsonNode>> batches() {
    synchronized (batches) {
      return List.copyOf(batches);
    }
  }

  static InvocationResult done() {
    return new InvocationResult.Succeeded(
        "{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8));
  }

  static InvocationResult failing(List<String> ids) {
    String items =
        ids.stream().map("{\"itemIdentifier\":\"%s\"}"::formatted).collect(Collectors.joining(","));
    return new InvocationResult.Succeeded(
        ("{\"batchItemFailures\":[" + items + "]}").getBytes(StandardCharsets.UTF_8));
  }

  static InvocationResult crashed() {
    return new InvocationResult.Failed("Boom", "{}".getBytes(StandardCharsets.UTF_8));
  }
}
