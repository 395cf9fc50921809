package com.globalbooking.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.loopback.PassThrough;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * DynamoDB: authorises by operation and table, then passes the request on to the Region's engine,
 * byte for byte, over kept connections.
 */
public final class DynamoDbService implements AwsService {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Function<RegionName, Optional<URI>> engines;
  private final UnaryOperator<String> hashKeys;
  private final PassThrough onward = new PassThrough();

  /**
   * @param engines the endpoint of a Region's engine; empty where there is no such Region
   * @param hashKeys name of a table to that of its partition key, empty where that is not known
   */
  public DynamoDbService(
      Function<RegionName, Optional<URI>> engines, UnaryOperator<String> hashKeys) {
    this.engines = engines;
    this.hashKeys = hashKeys;
  }

  @Override
  public String signingName() {
    return "dynamodb";
  }

  @Override
  public List<Permission> permissions(AwsRequest request) throws AwsFault {
    String target = Objects.requireNonNullElse(request.headers().getFirst("X-Amz-Target"), "none");
    return DynamoDbOperation.of(target)
        .permissions(parse(request.body()), request.region(), request.accountId(), hashKeys);
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
      throw unavailable("DynamoDB in " + request.region() + " does not answer.");
    }
  }

  @Override
  public Answer shape(AwsFault fault) {
    boolean ours = fault.status() >= 500;
    // DynamoDB answers 400 for all that is the caller's fault.
    int status = ours ? fault.status() : 400;
    String json =
        JsonNodeFactory.instance
            .objectNode()
            .put("__type", "com.amazon.coral.service#" + fault.code())
            .put("Message", fault.sentence())
            .toString();
    return Answer.json(status, json).with("Content-Type", "application/x-amz-json-1.0");
  }

  private static JsonNode parse(byte[] body) throws AwsFault {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new AwsFault(400, "SerializationException", "The request is not JSON.");
    }
  }

  private static AwsFault unavailable(String message) {
    return new AwsFault(503, "ServiceUnavailable", message);
  }
}
