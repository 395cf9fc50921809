package com.globalbooking.local.secrets;

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
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * Secrets Manager as functions use it: read, put and describe a secret. The key that a secret is
 * encrypted with is not asked for: who may use it, its own policy says, which is not evaluated
 * here.
 */
public final class SecretsService implements AwsService {
  private static final String TARGET = "secretsmanager.";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Function<RegionName, Optional<Secrets>> regions;
  private final Clock clock;

  private enum Operation {
    GET_SECRET_VALUE("GetSecretValue"),
    PUT_SECRET_VALUE("PutSecretValue"),
    DESCRIBE_SECRET("DescribeSecret");

    private final String name;

    Operation(String name) {
      this.name = name;
    }
  }

  /**
   * @param regions the secrets of a Region; empty where there is no such Region
   */
  public SecretsService(Function<RegionName, Optional<Secrets>> regions, Clock clock) {
    this.regions = regions;
    this.clock = clock;
  }

  @Override
  public String signingName() {
    return "secretsmanager";
  }

  @Override
  public List<Permission> permissions(AwsRequest request) throws AwsFault {
    Operation operation = operation(request);
    String id = parse(request).path("SecretId").asText();
    String resource = secrets(request).find(id).map(Secret::arn).orElse(id);
    return List.of(new Permission("secretsmanager:" + operation.name, resource));
  }

  @Override
  public Answer answer(AwsRequest request) throws AwsFault {
    JsonNode asked = parse(request);
    String id = asked.path("SecretId").asText();
    Secret secret =
        secrets(request)
            .find(id)
            .orElseThrow(() -> notFound("Secrets Manager can't find the specified secret."));
    ObjectNode answer =
        switch (operation(request)) {
          case GET_SECRET_VALUE -> value(secret, asked);
          case PUT_SECRET_VALUE -> put(secret, asked);
          case DESCRIBE_SECRET -> description(secret);
        };
    return answer(200, answer);
  }

  @Override
  public Answer shape(AwsFault fault) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("__type", fault.code())
            .put("message", fault.sentence());
    return answer(fault.status(), json).with("x-amzn-ErrorType", fault.code());
  }

  private ObjectNode value(Secret secret, JsonNode asked) throws AwsFault {
    String stage = asked.path("VersionStage").asText(Secret.CURRENT);
    JsonNode versionId = asked.path("VersionId");
    Optional<SecretVersion> found =
        versionId.isMissingNode() ? secret.staged(stage) : secret.version(versionId.asText());
    SecretVersion version =
        found.orElseThrow(
            () ->
                notFound(
                    "Secrets Manager can't find the specified secret value for staging label: "
                        + stage));
    ObjectNode answer = about(secret);
    answer.put("VersionId", version.id());
    answer.put(version.binary() ? "SecretBinary" : "SecretString", version.text());
    answer.put("CreatedDate", seconds(version));
    addAll(answer.putArray("VersionStages"), version.stages());
    return answer;
  }

  private ObjectNode put(Secret secret, JsonNode asked) throws AwsFault {
    boolean binary = asked.has("SecretBinary");
    if (binary == asked.has("SecretString")) {
      throw new AwsFault(
          400, "InvalidParameterException", "You must provide SecretString or SecretBinary.");
    }
    Set<String> stages = new TreeSet<>();
    asked.path("VersionStages").forEach(stage -> stages.add(stage.asText()));
    var version =
        new SecretVersion(
            asked.path("ClientRequestToken").asText(UUID.randomUUID().toString()),
            asked.path(binary ? "SecretBinary" : "SecretString").asText(),
            binary,
            clock.instant(),
            stages.isEmpty() ? Set.of(Secret.CURRENT) : stages);
    SecretVersion stored =
        secret
            .put(version)
            .orElseThrow(
                () ->
                    new AwsFault(
                        400,
                        "ResourceExistsException",
                        "The operation can't change the value of an existing version."));
    ObjectNode answer = about(secret);
    answer.put("VersionId", stored.id());
    addAll(answer.putArray("VersionStages"), stored.stages());
    return answer;
  }

  private static ObjectNode description(Secret secret) {
    ObjectNode answer = about(secret);
    answer.put("Description", secret.description());
    secret.keyArn().ifPresent(key -> answer.put("KmsKeyId", key));
    ObjectNode versions = answer.putObject("VersionIdsToStages");
    secret.versions().stream()
        .filter(version -> !version.stages().isEmpty())
        .forEach(version -> addAll(versions.putArray(version.id()), version.stages()));
    return answer;
  }

  private static ObjectNode about(Secret secret) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("ARN", secret.arn())
        .put("Name", secret.name());
  }

  private static void addAll(ArrayNode array, Set<String> texts) {
    texts.stream().sorted().forEach(array::add);
  }

  private static double seconds(SecretVersion version) {
    return version.createdAt().toEpochMilli() / 1_000.0;
  }

  private Secrets secrets(AwsRequest request) throws AwsFault {
    return regions
        .apply(request.region())
        .orElseThrow(
            () ->
                new AwsFault(
                    503,
                    "ServiceUnavailable",
                    "There is no local Region " + request.region() + "."));
  }

  private static Operation operation(AwsRequest request) throws AwsFault {
    String target = Objects.requireNonNullElse(request.headers().getFirst("X-Amz-Target"), "none");
    for (Operation operation : Operation.values()) {
      if (target.equals(TARGET + operation.name)) {
        return operation;
      }
    }
    throw new AwsFault(
        400, "UnknownOperationException", "Local Regions have no operation '" + target + "'.");
  }

  private static JsonNode parse(AwsRequest request) throws AwsFault {
    try {
      return JSON.readTree(request.body());
    } catch (IOException e) {
      throw new AwsFault(400, "SerializationException", "The request is not JSON.");
    }
  }

  private static AwsFault notFound(String message) {
    return new AwsFault(400, "ResourceNotFoundException", message);
  }

  private static Answer answer(int status, ObjectNode json) {
    return Answer.json(status, json.toString()).with("Content-Type", "application/x-amz-json-1.1");
  }
}
