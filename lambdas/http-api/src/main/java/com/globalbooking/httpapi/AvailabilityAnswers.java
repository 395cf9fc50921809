package com.globalbooking.httpapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Availability;
import com.globalbooking.domain.ReadingAvailability.Answer;
import com.globalbooking.domain.ReadingAvailability.Source;
import com.globalbooking.httpapi.AvailabilityEvents.Search;

/** Says what is free. */
public final class AvailabilityAnswers {
  /** Tells what answered: the cache or the table. */
  private static final String SOURCE = "x-availability-source";

  /** The answer to a {@code GET} of availability. */
  public static ApiAnswer to(Search search, Answer answer) {
    return answer
        .availability()
        .map(found -> ApiAnswer.ok(body(search, found)).with(SOURCE, name(answer.source())))
        .orElseGet(() -> ApiAnswer.notFound("There is no such property."));
  }

  private static String name(Source source) {
    return switch (source) {
      case CACHE -> "cache";
      case TABLE -> "table";
    };
  }

  private static ObjectNode body(Search search, Availability availability) {
    ObjectNode body =
        Json.object()
            .put("propertyId", search.property().value())
            .put("from", search.range().from().toString())
            .put("to", search.range().to().toString());
    ArrayNode rooms = body.putArray("rooms");
    for (Availability.RoomAvailability room : availability.rooms()) {
      ArrayNode nights = rooms.addObject().put("roomId", room.room().value()).putArray("nights");
      room.nights().forEach(night -> add(night, nights.addObject()));
    }
    return body;
  }

  private static void add(Availability.Night night, ObjectNode node) {
    node.put("date", night.date().toString()).put("availableUnits", night.available());
    ArrayNode regions = node.putArray("regions");
    for (Allotment allotment : night.regions()) {
      regions
          .addObject()
          .put("region", allotment.owner().code())
          .put("availableUnits", allotment.free())
          .put("version", allotment.version());
    }
  }

  private AvailabilityAnswers() {}
}
