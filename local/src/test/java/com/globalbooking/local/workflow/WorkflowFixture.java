package com.globalbooking.local.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.functions.InvocationResult;
import com.globalbooking.local.workflow.StateMachines.Start;
import com.globalbooking.local.workflow.data.StateFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A Region's state machines with functions that tests script, in virtual time. */
final class WorkflowFixture implements AutoCloseable {
  static final String ROLE = "arn:aws:iam::000000000000:role/workflow";
  static final String MACHINE = "arn:aws:states:us-west-2:000000000000:stateMachine:machine";
  static final String FUNCTION = "arn:aws:lambda:us-west-2:000000000000:function:";

  private static final ObjectMapper JSON = new ObjectMapper();

  final VirtualTime time = new VirtualTime();
  final AccessControl access = new AccessControl();
  final List<JsonNode> calls = new ArrayList<>();
  final List<JsonNode> published = new ArrayList<>();
  final StateMachines machines;
  private final Map<String, Function<JsonNode, InvocationResult>> functions =
      new ConcurrentHashMap<>();

  WorkflowFixture() {
    machines =
        new StateMachines(
            new TaskResources(
                "us-west-2:000000000000",
                this::invoke,
                Map.of(
                    TaskResources.SNS_PUBLISH, this::publish,
                    TaskResources.SQS_SEND_MESSAGE, this::publish)),
            access,
            time);
    allow("*");
  }

  void allow(String actions) {
    access.putRolePolicy(
        ROLE,
        "policy",
        """
        {"Statement": [{"Effect": "Allow", "Action": "%s", "Resource": "*"}]}
        """
            .formatted(actions));
  }

  /** Has a function answer so. */
  void function(String name, Function<JsonNode, InvocationResult> body) {
    functions.put(name, body);
  }

  static InvocationResult answer(String json) {
    return new InvocationResult.Succeeded(json.getBytes(UTF_8));
  }

  static InvocationResult error(String type) {
    String json = "{\"errorType\": \"%s\", \"errorMessage\": \"it went wrong\"}".formatted(type);
    return new InvocationResult.Failed("Unhandled", json.getBytes(UTF_8));
  }

  /** Runs a machine of these states, from the first one. */
  Execution run(String states, String input) throws InterruptedException {
    JsonNode read = parsed(states);
    return runMachine(
        "{\"StartAt\": \"%s\", \"States\": %s}".formatted(read.fieldNames().next(), states), input);
  }

  Execution runMachine(String definition, String input) throws InterruptedException {
    machines.deploy(MACHINE, "machine", ROLE, definition);
    Start start = machines.start(MACHINE, parsed(input));
    assertThat(start).isInstanceOf(Start.Started.class);
    Execution execution = ((Start.Started) start).execution();
    assertThat(execution.await(Duration.ofSeconds(20))).as("it ends").isTrue();
    return execution;
  }

  /** What a machine of these states ends with. */
  JsonNode output(String states, String input) throws InterruptedException {
    Execution execution = run(states, input);
    assertThat(execution.failure().map(StateFailure::explanation)).isEmpty();
    return execution.output().orElseThrow();
  }

  /** How a machine of these states fails. */
  StateFailure failure(String states, String input) throws InterruptedException {
    Execution execution = run(states, input);
    assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    return execution.failure().orElseThrow();
  }

  /** JSON with single quotes, for expectations. */
  static JsonNode json(String text) {
    return parsed(text.replace('\'', '"'));
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Override
  public void close() {
    machines.close();
  }

  private InvocationResult invoke(String name, byte[] payload) {
    Function<JsonNode, InvocationResult> body = functions.get(name);
    if (body == null) {
      return new InvocationResult.NoSuchFunction();
    }
    try {
      JsonNode input = JSON.readTree(payload);
      synchronized (calls) {
        calls.add(input);
      }
      return body.apply(input);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode publish(JsonNode parameters) {
    published.add(parameters);
    return json("{'MessageId': 'm-1'}");
  }
}
