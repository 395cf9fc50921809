package com.globalbooking.local.messaging;

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
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** EventBridge (the JSON protocol): PutEvents, kept for whoever looks; there are no rules. */
public final class EventsService implements AwsService {
  private static final String PUT_EVENTS = "AWSEvents.PutEvents";
  private static final int ENTRIES_MAX = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Function<RegionName, Optional<EventBuses>> buses;
  private final Clock clock;

  /**
   * @param buses the event buses of a Region; empty where there is no such Region
   */
  public EventsService(Function<RegionName, Optional<EventBuses>> buses, Clock clock) {
    this.buses = buses;
    this.clock = clock;
  }

  @Override
  public String signingName() {
    return "events";
  }

  @Override
  public List<Permission> permissions(AwsRequest request) throws AwsFault {
    String target = Objects.requireNonNullElse(request.headers().getFirst("X-Amz-Target"), "none");
    if (!target.equals(PUT_EVENTS)) {
      throw new AwsFault(
          400,
          "UnknownOperationException",
          "Local Regions have no EventBridge operation '" + target + "'.");
    }
    Set<String> named = new LinkedHashSet<>();
    for (JsonNode entry : entries(request)) {
      named.add(busName(entry));
    }
    return named.stream()
        .map(
            name ->
                new Permission(
                    "events:PutEvents",
                    "arn:aws:events:%s:%s:event-bus/%s"
                        .formatted(request.region(), request.accountId(), name)))
        .toList();
  }

  @Override
  public Answer answer(AwsRequest request) throws AwsFault {
    EventBuses here =
        buses
            .apply(request.region())
            .orElseThrow(
                () ->
                    new AwsFault(
                        503,
                        "ServiceUnavailable",
                        "There is no local Region " + request.region() + "."));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode results = answer.putArray("Entries");
    int failed = 0;
    for (JsonNode entry : entries(request)) {
      Optional<Refusal> refusal = refusal(entry, here);
      if (refusal.isPresent()) {
        failed++;
        results
            .addObject()
            .put("ErrorCode", refusal.get().code())
            .put("ErrorMessage", refusal.get().message());
      } else {
        var event =
            new BusEvent(
                UUID.randomUUID().toString(),
                time(entry),
                entry.path("Source").asText(),
                entry.path("DetailType").asText(),
                entry.path("Detail").asText());
        here.put(busName(entry), event);
        results.addObject().put("EventId", event.id());
      }
    }
    answer.put("FailedEntryCount", failed);
    return Answer.json(200, answer.toString()).with("Content-Type", "application/x-amz-json-1.1");
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
        .with("Content-Type", "application/x-amz-json-1.1")
        .with("x-amzn-ErrorType", fault.code());
  }

  private record Refusal(String code, String message) {}

  private static Optional<Refusal> refusal(JsonNode entry, EventBuses here) {
    for (String required : List.of("Source", "DetailType", "Detail")) {
      if (entry.path(required).asText().isEmpty()) {
        return Optional.of(
            new Refusal(
                "InvalidArgument",
                "Parameter %s is not valid. Reason: %s is a required argument."
                    .formatted(required, required)));
      }
    }
    if (!isObject(entry.path("Detail").asText())) {
      return Optional.of(new Refusal("MalformedDetail", "Detail is malformed."));
    }
    String bus = busName(entry);
    return here.exists(bus)
        ? Optional.empty()
        : Optional.of(
            new Refusal("ResourceNotFoundException", "Event bus " + bus + " does not exist."));
  }

  private static boolean isObject(String detail) {
    try {
      return JSON.readTree(detail).isObject();
    } catch (JsonProcessingException malformed) {
      return false;
    }
  }

  private Instant time(JsonNode entry) {
    JsonNode time = entry.path("Time");
    return time.isNumber()
        ? Instant.ofEpochMilli(Math.round(time.asDouble() * 1000))
        : clock.instant();
  }

  private static String busName(JsonNode entry) {
    String named = entry.path("EventBusName").asText("default");
    return named.substring(named.lastIndexOf('/') + 1);
  }

  private static JsonNode entries(AwsRequest request) throws AwsFault {
    try {
      JsonNode entries = JSON.readTree(request.body()).path("Entries");
      if (entries.isEmpty() || entries.size() > ENTRIES_MAX) {
        throw new AwsFault(400, "ValidationException", "A request has 1 to 10 entries.");
      }
      return entries;
    } catch (IOException e) {
      throw new AwsFault(400, "SerializationException", "The request is not JSON.");
    }
  }
}
