package com.globalbooking.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.contract.DomainEvent;
import com.globalbooking.contract.DomainEvent.BookingCancelled;
import com.globalbooking.contract.DomainEvent.BookingConfirmed;
import com.globalbooking.contract.DomainEvent.BookingReassigned;
import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.contract.DomainEvent.OverbookingDetected;
import com.globalbooking.contract.DomainEvent.OverbookingUnresolved;
import com.globalbooking.contract.DomainEvent.TwinDetected;
import java.time.LocalDate;

/** Writes and reads events as JSON, as {@link DomainEvent} describes it. */
public final class EventJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** The event as JSON text. */
  public static String write(DomainEvent event) {
    return tree(event).toString();
  }

  /** The event as a JSON object. */
  public static ObjectNode tree(DomainEvent event) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("eventType", event.eventType())
            .put("schemaVersion", DomainEvent.SCHEMA_VERSION)
            .put("eventId", event.eventId())
            .put("occurredAt", event.occurredAt().toString())
            .put("propertyId", event.propertyId());
    if (event instanceof OfBooking booking) {
      json.put("bookingId", booking.bookingId())
          .put("decidingRegion", booking.decidingRegion())
          .put("bookingVersion", booking.bookingVersion());
    }
    switch (event) {
      case BookingConfirmed e -> stay(json, e.roomId(), e.checkIn(), e.checkOut(), e.units());
      case BookingReassigned e ->
          stay(json, e.roomId(), e.checkIn(), e.checkOut(), e.units())
              .put("previousRoomId", e.previousRoomId());
      case BookingCancelled e ->
          stay(json, e.roomId(), e.checkIn(), e.checkOut(), e.units()).put("reason", e.reason());
      case OverbookingDetected e ->
          night(json, e.roomId(), e.stayDate(), e.ownerRegion(), e.shortUnits())
              .put("allotmentVersion", e.allotmentVersion());
      case TwinDetected e -> json.put("survivingRegion", e.survivingRegion());
      case OverbookingUnresolved e ->
          night(json, e.roomId(), e.stayDate(), e.ownerRegion(), e.shortUnits());
    }
    return json;
  }

  /**
   * The event that {@code json} describes.
   *
   * @throws UnreadableEventException when it is none, or of a later major shape
   */
  public static DomainEvent read(String json) throws UnreadableEventException {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UnreadableEventException("is not JSON");
    }
    return read(tree);
  }

  /**
   * The event that {@code json} describes.
   *
   * @throws UnreadableEventException when it is none, or of a later major shape
   */
  public static DomainEvent read(JsonNode json) throws UnreadableEventException {
    var fields = new EventFields(json);
    long version = fields.whole("schemaVersion", 1, Integer.MAX_VALUE);
    if (version != DomainEvent.SCHEMA_VERSION) {
      throw new UnreadableEventException("schemaVersion " + version + " is not known");
    }
    return switch (fields.text("eventType")) {
      case "BookingConfirmed" ->
          new BookingConfirmed(
              fields.id("eventId"),
              fields.instant("occurredAt"),
              fields.id("bookingId"),
              fields.id("decidingRegion"),
              fields.id("propertyId"),
              fields.id("roomId"),
              fields.date("checkIn"),
              fields.dateAfter("checkOut", "checkIn"),
              fields.units("units"),
              fields.version("bookingVersion"));
      case "BookingReassigned" ->
          new BookingReassigned(
              fields.id("eventId"),
              fields.instant("occurredAt"),
              fields.id("bookingId"),
              fields.id("decidingRegion"),
              fields.id("propertyId"),
              fields.id("roomId"),
              fields.id("previousRoomId"),
              fields.date("checkIn"),
              fields.dateAfter("checkOut", "checkIn"),
              fields.units("units"),
              fields.version("bookingVersion"));
      case "BookingCancelled" ->
          new BookingCancelled(
              fields.id("eventId"),
              fields.instant("occurredAt"),
              fields.id("bookingId"),
              fields.id("decidingRegion"),
              fields.id("propertyId"),
              fields.id("roomId"),
              fields.date("checkIn"),
              fields.dateAfter("checkOut", "checkIn"),
              fields.units("units"),
              fields.id("reason"),
              fields.version("bookingVersion"));
      case "OverbookingDetected" ->
          new OverbookingDetected(
              fields.id("eventId"),
              fields.instant("occurredAt"),
              fields.id("propertyId"),
              fields.id("roomId"),
              fields.date("stayDate"),
              fields.id("ownerRegion"),
              fields.units("shortUnits"),
              fields.version("allotmentVersion"));
      case "TwinDetected" ->
          new TwinDetected(
              fields.id("eventId"),
              fields.instant("occurredAt"),
              fields.id("propertyId"),
              fields.id("bookingId"),
              fields.id("decidingRegion"),
              fields.id("survivingRegion"),
              fields.version("bookingVersion"));
      case "OverbookingUnresolved" ->
          new OverbookingUnresolved(
              fields.id("eventId"),
              fields.instant("occurredAt"),
              fields.id("propertyId"),
              fields.id("roomId"),
              fields.date("stayDate"),
              fields.id("ownerRegion"),
              fields.units("shortUnits"));
      default -> throw new UnreadableEventException("eventType is not known");
    };
  }

  private static ObjectNode stay(
      ObjectNode json, String roomId, LocalDate checkIn, LocalDate checkOut, int units) {
    return json.put("roomId", roomId)
        .put("checkIn", checkIn.toString())
        .put("checkOut", checkOut.toString())
        .put("units", units);
  }

  private static ObjectNode night(
      ObjectNode json, String roomId, LocalDate stayDate, String ownerRegion, int shortUnits) {
    return json.put("roomId", roomId)
        .put("stayDate", stayDate.toString())
        .put("ownerRegion", ownerRegion)
        .put("shortUnits", shortUnits);
  }

  private EventJson() {}
}
