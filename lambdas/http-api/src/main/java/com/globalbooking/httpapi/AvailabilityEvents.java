package com.globalbooking.httpapi;

import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.ReadingAvailability;
import com.globalbooking.domain.RoomId;
import java.time.LocalDate;
import java.util.Optional;

/** Reads what a guest looks for. */
public final class AvailabilityEvents {

  /**
   * A search at one property.
   *
   * @param room empty: all of them
   */
  public record Search(PropertyId property, DateRange range, Optional<RoomId> room) {}

  /** The request in a {@code GET /properties/{propertyId}/availability}. */
  public static Search search(ApiEvent event) throws InvalidRequestException {
    PropertyId property =
        Checked.field("propertyId", event.pathParameter("propertyId").orElse(""), PropertyId::new);
    LocalDate from = date(event, "from");
    LocalDate to = date(event, "to");
    DateRange range = Checked.field("to", () -> new DateRange(from, to));
    if (range.length() > ReadingAvailability.MAX_NIGHTS) {
      throw new InvalidRequestException(
          "to", "makes a range of more than " + ReadingAvailability.MAX_NIGHTS + " nights");
    }
    Optional<String> room = event.queryParameter("roomId");
    return new Search(
        property,
        range,
        room.isPresent()
            ? Optional.of(Checked.field("roomId", room.get(), RoomId::new))
            : Optional.empty());
  }

  private static LocalDate date(ApiEvent event, String name) throws InvalidRequestException {
    String text =
        event
            .queryParameter(name)
            .orElseThrow(() -> new InvalidRequestException(name, "is missing"));
    return Checked.field(name, text, Checked::date);
  }

  private AvailabilityEvents() {}
}
