package com.globalbooking.local.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AwsFault;
import com.globalbooking.local.aws.AwsRequest;
import com.globalbooking.local.aws.AwsService;
import com.globalbooking.local.aws.Permission;
import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.loopback.PassThrough;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * SQS (the JSON protocol): authorises by action and queue, then passes the request on to the
 * Region's engine. Queues are made by the program, not by functions.
 */
public final class SqsService implements AwsService {
  /** Longer than the longest wait for a message, 20 s. */
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final String TARGET = "AmazonSQS.";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A batch is authorised as its single action. */
  private static final Map<String, String> BATCHES =
      Map.of(
          "SendMessageBatch", "SendMessage",
          "DeleteMessageBatch", "DeleteMessage",
          "ChangeMessageVisibilityBatch", "ChangeMessageVisibility");

  private static final Set<String> ON_A_QUEUE =
      Set.of(
          "SendMessage",
          "ReceiveMessage",
          "DeleteMessage",
          "ChangeMessageVisibility",
          "GetQueueAttributes",
          "GetQueueUrl",
          "PurgeQueue");

  private final Function<RegionName, Optional<URI>> engines;
  private final PassThrough onward = new PassThrough();

  /**
   * @param engines the endpoint of a Region's engine; empty where there is no such Region
   */
  public SqsService(Function<RegionName, Optional<URI>> engines) {
    this.engines = engines;
  }

  @Override
  public String signingName() {
    return "sqs";
  }

  @Override
  public List<Permission> permissions(AwsRequest request) throws AwsFault {
    String target = Objects.requireNonNullElse(request.headers().getFirst("X-Amz-Target"), "none");
    String operation = target.startsWith(TARGET) ? target.substring(TARGET.length()) : target;
    String action = BATCHES.getOrDefault(operation, operation);
    if (action.equals("ListQueues")) {
      return List.of(new Permission("sqs:ListQueues", "*"));
    }
    if (!ON_A_QUEUE.contains(action)) {
      throw new AwsFault(
          400,
          "com.amazonaws.sqs#UnsupportedOperation",
          "Local Regions have no SQS operation '" + target + "'.");
    }
    String arn =
        "arn:aws:sqs:%s:%s:%s".formatted(request.region(), request.accountId(), queue(request));
    return List.of(new Permission("sqs:" + action, arn));
  }

  @Override
  public Answer answer(AwsRequest request) throws AwsFault, InterruptedException {
    URI engine =
        engines
            .apply(request.region())
            .orElseThrow(() -> unavailable("There is no local Region " + request.region() + "."));
    try {
      return onward.send(engine.resolve("/"), "POST", request.headers(), request.body(), TIMEOUT);
    } catch (IOException e) {
      throw unavailable("SQS in " + request.region() + " does not answer.");
    }
  }

  @Override
  public Answer shape(AwsFault fault) {
    String json =
        JsonNodeFactory.instance
            .objectNode()
            .put("__type", fault.code())
            .put("message", fault.sentence())
            .toString();
    return Answer.json(fault.status(), json)
        .with("Content-Type", "application/x-amz-json-1.0")
        .with("x-amzn-ErrorType", fault.code());
  }

  private static String queue(AwsRequest request) throws AwsFault {
    JsonNode body;
    try {
      body = JSON.readTree(request.body());
    } catch (IOException e) {
      throw new AwsFault(400, "SerializationException", "The request is not JSON.");
    }
    String url = body.path("QueueUrl").asText();
    String name =
        url.isEmpty() ? body.path("QueueName").asText() : url.substring(url.lastIndexOf('/') + 1);
    if (name.isEmpty()) {
      throw new AwsFault(400, "MissingParameter", "The request names no queue.");
    }
    return name;
  }

  private static AwsFault unavailable(String message) {
    return new AwsFault(503, "ServiceUnavailable", message);
  }
}
