package com.globalbooking.reconciliationchecker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.Stay;
import com.globalbooking.domain.reconciliation.Drift;
import com.globalbooking.domain.reconciliation.Drift.OfAudit;
import com.globalbooking.domain.reconciliation.Drift.OfCache;
import com.globalbooking.domain.reconciliation.Drift.OfCounter;
import com.globalbooking.domain.reconciliation.Drift.OfPms;
import com.globalbooking.domain.reconciliation.Drift.OfReplica;
import com.globalbooking.domain.reconciliation.Drift.Overbooked;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Suspects as the state machine carries them from one look to the next. */
final class DriftJson {

  /** What kind of drift it is, as the log and the JSON name it. */
  static String kind(Drift drift) {
    return switch (drift) {
      case OfCounter _ -> "counter";
      case Overbooked _ -> "overbooked";
      case OfCache _ -> "cache";
      case OfReplica _ -> "replica";
      case OfAudit _ -> "audit";
      case OfPms _ -> "pms";
    };
  }

  static ObjectNode write(Drift drift) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", kind(drift));
    return switch (drift) {
      case OfCounter(RoomNight night, long version) -> night(json, night).put("version", version);
      case Overbooked(RoomNight night) -> night(json, night);
      case OfCache(RoomNight night, Region owner, long version) ->
          night(json, night).put("region", owner.code()).put("version", version);
      case OfReplica(RoomNight night, Region replica, long version) ->
          night(json, night).put("region", replica.code()).put("version", version);
      case OfAudit(PropertyId property, BookingId booking, long version) ->
          booking(json, property, booking).put("version", version);
      case OfPms(PropertyId property, BookingId booking, Stay stay, long version) ->
          booking(json, property, booking)
              .put("checkIn", stay.checkIn().toString())
              .put("checkOut", stay.checkOut().toString())
              .put("version", version);
    };
  }

  /**
   * The suspect that {@code json} describes.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Drift read(JsonNode json) {
    try {
      return switch (text(json, "kind")) {
        case "counter" -> new OfCounter(night(json), version(json));
        case "overbooked" -> new Overbooked(night(json));
        case "cache" -> new OfCache(night(json), region(json), version(json));
        case "replica" -> new OfReplica(night(json), region(json), version(json));
        case "audit" -> new OfAudit(property(json), booking(json), version(json));
        case "pms" ->
            new OfPms(
                property(json),
                booking(json),
                new Stay(
                    LocalDate.parse(text(json, "checkIn")),
                    LocalDate.parse(text(json, "checkOut"))),
                version(json));
        default -> throw new IllegalArgumentException("a suspect of no known kind");
      };
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a suspect without a date", e);
    }
  }

  private static ObjectNode night(ObjectNode json, RoomNight night) {
    return json.put("propertyId", night.room().property().value())
        .put("roomId", night.room().id().value())
        .put("stayDate", night.date().toString());
  }

  private static ObjectNode booking(ObjectNode json, PropertyId property, BookingId booking) {
    return json.put("propertyId", property.value()).put("bookingId", booking.value());
  }

  private static RoomNight night(JsonNode json) {
    return new RoomNight(
        new Room(property(json), new RoomId(text(json, "roomId"))),
        LocalDate.parse(text(json, "stayDate")));
  }

  private static PropertyId property(JsonNode json) {
    return new PropertyId(text(json, "propertyId"));
  }

  private static BookingId booking(JsonNode json) {
    return new BookingId(text(json, "bookingId"));
  }

  private static Region region(JsonNode json) {
    return new Region(text(json, "region"));
  }

  private static long version(JsonNode json) {
    if (!json.path("version").canConvertToLong()) {
      throw new IllegalArgumentException("a suspect without a version");
    }
    return json.path("version").longValue();
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asText();
  }

  private DriftJson() {}
}
