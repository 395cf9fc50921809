package com.globalbooking.httpapi;

import com.globalbooking.domain.AllottedUnits;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.LoadingInventory;
import com.globalbooking.domain.LoadingInventory.Wish;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomRank;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

/** Reads what a hotel puts on sale. */
public final class InventoryEvents {
  private static final Set<String> FIELDS =
      Set.of("from", "to", "units", "roomRank", "ownerRegion", "acceptOverbooking");

  private final Clock clock;

  public InventoryEvents(Clock clock) {
    this.clock = clock;
  }

  /** The request in a {@code PUT /properties/{propertyId}/rooms/{roomId}/inventory}. */
  public Wish load(ApiEvent event) throws InvalidRequestException {
    var room =
        new Room(
            Checked.field(
                "propertyId", event.pathParameter("propertyId").orElse(""), PropertyId::new),
            Checked.field("roomId", event.pathParameter("roomId").orElse(""), RoomId::new));
    RequestFields fields = RequestFields.of(event, FIELDS);
    LocalDate from = fields.text("from", Checked::date);
    Checked.notPast("from", from, clock);
    LocalDate to = fields.text("to", Checked::date);
    DateRange range = Checked.field("to", () -> new DateRange(from, to));
    if (range.length() > LoadingInventory.MAX_NIGHTS) {
      throw new InvalidRequestException(
          "to", "makes a range of more than " + LoadingInventory.MAX_NIGHTS + " nights");
    }
    return new Wish(
        room,
        range,
        fields.wholeNumber("units", AllottedUnits::new),
        fields.optionalWholeNumber("roomRank", RoomRank::new),
        fields.optionalText("ownerRegion", Region::new),
        fields.optionalFlag("acceptOverbooking"));
  }
}
