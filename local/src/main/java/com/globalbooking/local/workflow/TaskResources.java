package com.globalbooking.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.local.aws.Permission;
import com.globalbooking.local.functions.FunctionInvoker;
import com.globalbooking.local.functions.FunctionReference;
import com.globalbooking.local.workflow.data.StateFailure;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything that the tasks of one Region can reach. */
public final class TaskResources {
  /** Of {@link ServiceTask}s: SNS Publish. */
  public static final String SNS_PUBLISH = "arn:aws:states:::sns:publish";

  /** Of {@link ServiceTask}s: SQS SendMessage. */
  public static final String SQS_SEND_MESSAGE = "arn:aws:states:::sqs:sendMessage";

  private static final String LAMBDA_INVOKE = "arn:aws:states:::lambda:invoke";
  private static final Pattern FUNCTION_ARN =
      Pattern.compile("arn:aws:lambda:[a-z0-9-]+:[0-9]*:function:[A-Za-z0-9_-]+(:[^:]+)?");

  private final String arnPrefix;
  private final FunctionInvoker functions;
  private final Map<String, ServiceTask> services;

  /**
   * @param arnPrefix Region and account, as they stand in ARNs: {@code us-west-2:000000000000}
   * @param services by the resource that names them, such as {@link #SNS_PUBLISH}
   */
  public TaskResources(
      String arnPrefix, FunctionInvoker functions, Map<String, ServiceTask> services) {
    this.arnPrefix = arnPrefix;
    this.functions = functions;
    this.services = Map.copyOf(services);
  }

  /** What this resource names; empty when nothing here. */
  Optional<TaskResource> find(String resource) {
    if (FUNCTION_ARN.matcher(resource).matches()) {
      return Optional.of(new LambdaTask(resource, functions));
    }
    if (resource.equals(LAMBDA_INVOKE)) {
      return Optional.of(new Invoke());
    }
    ServiceTask service = services.get(resource);
    return switch (resource) {
      case SNS_PUBLISH -> Optional.ofNullable(service).map(Publish::new);
      case SQS_SEND_MESSAGE -> Optional.ofNullable(service).map(SendMessage::new);
      default -> Optional.empty();
    };
  }

  /** Lambda's Invoke as an API: the function and its payload are parameters. */
  private final class Invoke implements TaskResource {
    @Override
    public Permission permission(JsonNode input) throws StateFailure {
      return task(input).permission(input);
    }

    @Override
    public JsonNode run(JsonNode input) throws StateFailure {
      JsonNode payload = input.path("Payload");
      JsonNode answer =
          task(input)
              .run(payload.isMissingNode() ? JsonNodeFactory.instance.objectNode() : payload);
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      result.put("ExecutedVersion", "$LATEST").put("StatusCode", 200);
      return result.set("Payload", answer);
    }

    private LambdaTask task(JsonNode input) throws StateFailure {
      var function = FunctionReference.of(text(input, "FunctionName"));
      String arn = "arn:aws:lambda:" + arnPrefix + ":function:" + function;
      return new LambdaTask(arn, functions);
    }
  }

  private record Publish(ServiceTask service) implements TaskResource {
    @Override
    public Permission permission(JsonNode input) throws StateFailure {
      return new Permission("sns:Publish", text(input, "TopicArn"));
    }

    @Override
    public JsonNode run(JsonNode input) throws StateFailure, InterruptedException {
      return service.call(withText(input, "Message"));
    }
  }

  private final class SendMessage implements TaskResource {
    private final ServiceTask service;

    SendMessage(ServiceTask service) {
      this.service = service;
    }

    @Override
    public Permission permission(JsonNode input) throws StateFailure {
      String url = text(input, "QueueUrl");
      String name = url.substring(url.lastIndexOf('/') + 1);
      return new Permission("sqs:SendMessage", "arn:aws:sqs:" + arnPrefix + ":" + name);
    }

    @Override
    public JsonNode run(JsonNode input) throws StateFailure, InterruptedException {
      return service.call(withText(input, "MessageBody"));
    }
  }

  private static String text(JsonNode input, String field) throws StateFailure {
    JsonNode value = input.path(field);
    if (!value.isTextual()) {
      throw StateFailure.runtime("The task's '" + field + "' is missing");
    }
    return value.textValue();
  }

  /** A message may be JSON in the definition; what is sent is text. */
  private static JsonNode withText(JsonNode input, String field) {
    JsonNode value = input.path(field);
    if (!(input instanceof ObjectNode object) || value.isMissingNode() || value.isTextual()) {
      return input;
    }
    return object.deepCopy().put(field, value.toString());
  }
}
