package com.globalbooking.local.pms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.local.loopback.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Our JSON over HTTP: an event as it stands on the topic. */
final class JsonDialect implements PmsDialect {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String path() {
    return "/reservations";
  }

  @Override
  public Optional<String> eventId(Optional<String> idempotencyKey, byte[] body) {
    return idempotencyKey;
  }

  @Override
  public Optional<ReservationChange> read(Optional<String> idempotencyKey, byte[] body)
      throws MalformedMessageException {
    JsonNode event = parse(body);
    String eventId = text(event, "eventId");
    if (!idempotencyKey.equals(Optional.of(eventId))) {
      throw new MalformedMessageException("Idempotency-Key must be the event's id");
    }
    try {
      return Optional.of(new ReservationChange(eventId, reservation(event)));
    } catch (IllegalArgumentException | DateTimeException nonsense) {
      throw new MalformedMessageException(String.valueOf(nonsense.getMessage()));
    }
  }

  @Override
  public Answer answer(String eventId, ReservationBook.Outcome outcome) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("status", outcome.name())
            .put("eventId", eventId)
            .put(
                "reference",
                UUID.nameUUIDFromBytes(eventId.getBytes(StandardCharsets.UTF_8)).toString());
    return switch (outcome) {
      case TAKEN -> Answer.json(200, json.toString());
      case ALREADY_TAKEN, SUPERSEDED -> Answer.json(409, json.toString());
    };
  }

  @Override
  public Answer noted(byte[] body) {
    return Answer.empty(204);
  }

  @Override
  public Answer refused(byte[] body, String reason) {
    return error(400, reason);
  }

  @Override
  public Answer unsigned() {
    return error(401, "the signature is missing, wrong or too old");
  }

  private static Reservation reservation(JsonNode event) throws MalformedMessageException {
    return new Reservation(
        text(event, "propertyId"),
        text(event, "bookingId"),
        text(event, "decidingRegion"),
        text(event, "roomId"),
        LocalDate.parse(text(event, "checkIn")),
        LocalDate.parse(text(event, "checkOut")),
        event.path("units").asInt(),
        status(text(event, "eventType")),
        event.path("bookingVersion").asLong());
  }

  private static Reservation.Status status(String eventType) throws MalformedMessageException {
    return switch (eventType) {
      case "BookingConfirmed", "BookingReassigned" -> Reservation.Status.CONFIRMED;
      case "BookingCancelled" -> Reservation.Status.CANCELLED;
      default -> throw new MalformedMessageException("a hotel is not told of " + eventType);
    };
  }

  private static JsonNode parse(byte[] body) throws MalformedMessageException {
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      throw new MalformedMessageException("the body is not JSON");
    }
  }

  private static String text(JsonNode event, String name) throws MalformedMessageException {
    JsonNode value = event.path(name);
    if (!value.isTextual()) {
      throw new MalformedMessageException("'" + name + "' is missing");
    }
    return value.asText();
  }

  private static Answer error(int status, String reason) {
    return Answer.json(
        status, JsonNodeFactory.instance.objectNode().put("error", reason).toString());
  }
}
