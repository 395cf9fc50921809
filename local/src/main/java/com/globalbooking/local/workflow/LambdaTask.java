package com.globalbooking.local.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.aws.Permission;
import com.globalbooking.local.functions.FunctionInvoker;
import com.globalbooking.local.functions.FunctionReference;
import com.globalbooking.local.functions.InvocationResult;
import com.globalbooking.local.workflow.data.StateFailure;
import java.io.IOException;

/** A task whose resource is a function's ARN: input and result are the function's own. */
record LambdaTask(String functionArn, FunctionInvoker functions) implements TaskResource {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Permission permission(JsonNode input) {
    return new Permission("lambda:InvokeFunction", functionArn);
  }

  @Override
  public JsonNode run(JsonNode input) throws StateFailure {
    byte[] payload = input.toString().getBytes(UTF_8);
    return switch (functions.invoke(FunctionReference.of(functionArn).suffix(), payload)) {
      case InvocationResult.Succeeded(byte[] answer) -> json(answer);
      case InvocationResult.Failed(String type, byte[] error) -> throw failure(type, error);
      case InvocationResult.TimedOut() ->
          throw new StateFailure("Sandbox.Timedout", "the function did not answer in time");
      case InvocationResult.Throttled() ->
          throw new StateFailure("Lambda.TooManyRequestsException", "Rate Exceeded.");
      case InvocationResult.NoSuchFunction() ->
          throw new StateFailure(
              "Lambda.ResourceNotFoundException", "Function not found: " + functionArn);
    };
  }

  private static JsonNode json(byte[] answer) throws StateFailure {
    try {
      JsonNode json = JSON.readTree(answer);
      if (!json.isMissingNode()) {
        return json;
      }
    } catch (IOException notJson) {
      throw StateFailure.runtime("The function's answer is not JSON");
    }
    throw StateFailure.runtime("The function's answer is empty");
  }

  /** The error's name is what the function's runtime calls it; the cause its whole object. */
  private static StateFailure failure(String type, byte[] error) {
    String cause = new String(error, UTF_8);
    try {
      JsonNode reported = JSON.readTree(error).path("errorType");
      return new StateFailure(reported.isTextual() ? reported.textValue() : type, cause);
    } catch (IOException notJson) {
      return new StateFailure(type, cause);
    }
  }
}
