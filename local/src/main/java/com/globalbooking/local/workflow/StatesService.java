package com.globalbooking.local.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AwsFault;
import com.globalbooking.local.aws.AwsRequest;
import com.globalbooking.local.aws.AwsService;
import com.globalbooking.local.aws.Permission;
import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.workflow.StateMachines.Start;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Step Functions for AWS clients: StartExecution, DescribeExecution, ListExecutions. */
public final class StatesService implements AwsService {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "AWSStepFunctions.";
  private static final String MACHINE = "stateMachineArn";
  private static final String EXECUTION = "executionArn";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,80}");

  private final Function<RegionName, Optional<StateMachines>> regions;

  /**
   * @param regions the state machines of a Region; empty where there is no such Region
   */
  public StatesService(Function<RegionName, Optional<StateMachines>> regions) {
    this.regions = regions;
  }

  @Override
  public String signingName() {
    return "states";
  }

  @Override
  public List<Permission> permissions(AwsRequest request) throws AwsFault {
    JsonNode parameters = parameters(request);
    String operation = operation(request);
    return switch (operation) {
      case "StartExecution", "ListExecutions" ->
          List.of(new Permission("states:" + operation, text(parameters, MACHINE)));
      case "DescribeExecution" ->
          List.of(new Permission("states:" + operation, text(parameters, EXECUTION)));
      default ->
          throw new AwsFault(
              400,
              "UnknownOperationException",
              "local Regions know no Step Functions operation " + operation);
    };
  }

  @Override
  public Answer answer(AwsRequest request) throws AwsFault {
    StateMachines machines =
        regions
            .apply(request.region())
            .orElseThrow(
                () ->
                    new AwsFault(
                        503, "ServiceUnavailable", "There is no Region " + request.region()));
    JsonNode parameters = parameters(request);
    ObjectNode answer =
        switch (operation(request)) {
          case "StartExecution" -> start(machines, parameters);
          case "DescribeExecution" -> describe(machines, parameters);
          default -> list(machines, parameters);
        };
    return json(200, answer);
  }

  @Override
  public Answer shape(AwsFault fault) {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("__type", fault.code())
            .put("message", fault.sentence());
    return json(fault.status(), body).with("x-amzn-ErrorType", fault.code());
  }

  private static ObjectNode start(StateMachines machines, JsonNode parameters) throws AwsFault {
    String name = parameters.path("name").asText(UUID.randomUUID().toString());
    if (!NAME.matcher(name).matches()) {
      throw new AwsFault(400, "InvalidName", "'" + name + "' is not a name");
    }
    JsonNode input = input(parameters.path("input").asText("{}"));
    return switch (machines.start(text(parameters, MACHINE), name, input)) {
      case Start.Started(Execution execution) ->
          JsonNodeFactory.instance
              .objectNode()
              .put(EXECUTION, execution.arn())
              .put("startDate", seconds(execution.started()));
      case Start.NoSuchMachine() ->
          throw new AwsFault(
              400,
              "StateMachineDoesNotExist",
              "State Machine Does Not Exist: '" + text(parameters, MACHINE) + "'");
      case Start.NameTaken() ->
          throw new AwsFault(
              400, "ExecutionAlreadyExists", "Execution Already Exists: '" + name + "'");
    };
  }

  private static ObjectNode describe(StateMachines machines, JsonNode parameters) throws AwsFault {
    String arn = text(parameters, EXECUTION);
    Execution execution =
        machines
            .execution(arn)
            .orElseThrow(
                () ->
                    new AwsFault(
                        400, "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'"));
    ObjectNode answer = summary(execution).put("input", execution.input().toString());
    execution.output().ifPresent(output -> answer.put("output", output.toString()));
    execution
        .failure()
        .ifPresent(it -> answer.put("error", it.error()).put("cause", it.explanation()));
    return answer;
  }

  private static ObjectNode list(StateMachines machines, JsonNode parameters) throws AwsFault {
    String arn = text(parameters, MACHINE);
    String status = parameters.path("statusFilter").asText("");
    ArrayNode executions = JsonNodeFactory.instance.arrayNode();
    machines.executions(arn).stream()
        .filter(it -> status.isEmpty() || it.status().name().equals(status))
        .forEach(it -> executions.add(summary(it)));
    return JsonNodeFactory.instance.objectNode().set("executions", executions);
  }

  private static ObjectNode summary(Execution execution) {
    ObjectNode summary =
        JsonNodeFactory.instance
            .objectNode()
            .put(EXECUTION, execution.arn())
            .put(MACHINE, execution.machine().arn())
            .put("name", execution.name())
            .put("status", execution.status().name())
            .put("startDate", seconds(execution.started()));
    execution.stopped().ifPresent(it -> summary.put("stopDate", seconds(it)));
    return summary;
  }

  private static String operation(AwsRequest request) {
    String target = Objects.requireNonNullElse(request.headers().getFirst("X-Amz-Target"), "");
    return target.startsWith(PREFIX) ? target.substring(PREFIX.length()) : target;
  }

  private static JsonNode parameters(AwsRequest request) throws AwsFault {
    try {
      return JSON.readTree(request.body());
    } catch (IOException e) {
      throw new AwsFault(400, "SerializationException", "The request is not JSON");
    }
  }

  private static JsonNode input(String text) throws AwsFault {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AwsFault(400, "InvalidExecutionInput", "The input is not JSON");
    }
  }

  private static String text(JsonNode parameters, String field) throws AwsFault {
    JsonNode value = parameters.path(field);
    if (!value.isTextual()) {
      throw new AwsFault(400, "InvalidArn", "'" + field + "' is missing");
    }
    return value.textValue();
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1000.0;
  }

  private static Answer json(int status, ObjectNode body) {
    return Answer.json(status, body.toString().getBytes(UTF_8))
        .with("Content-Type", "application/x-amz-json-1.0");
  }
}
