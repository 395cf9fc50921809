package com.globalbooking.httpapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.domain.LoadingInventory.Wish;
import com.globalbooking.domain.LoadingOutcome;
import com.globalbooking.domain.Region;

/** Says how putting rooms on sale ended. */
public final class InventoryAnswers {

  /**
   * The answer to a {@code PUT} of inventory.
   *
   * @param forwarding asks another Region where the outcome says so
   */
  public static ApiAnswer to(Wish wish, LoadingOutcome outcome, Forwarding forwarding) {
    return switch (outcome) {
      case LoadingOutcome.Loaded loaded -> loaded(wish, loaded);
      case LoadingOutcome.BelowSold belowSold -> belowSold(belowSold);
      case LoadingOutcome.Busy(var retryAfter) -> ApiAnswer.busy(retryAfter);
      case LoadingOutcome.OwnedBy(Region owner) -> forwarding.to(owner);
      case LoadingOutcome.UnknownRegion(Region region) ->
          ApiAnswer.invalid(
              new InvalidRequestException("ownerRegion", "must be a Region of this deployment"));
    };
  }

  private static ApiAnswer loaded(Wish wish, LoadingOutcome.Loaded loaded) {
    ObjectNode body =
        Json.object()
            .put("success", true)
            .put("propertyId", wish.room().property().value())
            .put("roomId", wish.room().id().value())
            .put("from", wish.range().from().toString())
            .put("to", wish.range().to().toString())
            .put("units", wish.units().count())
            .put("ownerRegion", loaded.owner().code())
            .put("nightsChanged", loaded.nightsChanged())
            .put("nightsUnchanged", loaded.nightsUnchanged());
    if (wish.acceptOverbooking()) {
      ArrayNode overbooked = body.putArray("overbooked");
      for (LoadingOutcome.Loaded.Overbooked night : loaded.overbooked()) {
        overbooked
            .addObject()
            .put("date", night.date().toString())
            .put("shortUnits", night.shortUnits());
      }
    }
    return ApiAnswer.ok(body);
  }

  private static ApiAnswer belowSold(LoadingOutcome.BelowSold belowSold) {
    ObjectNode details = Json.object();
    ArrayNode nights = details.putArray("nights");
    for (LoadingOutcome.BelowSold.Night night : belowSold.nights()) {
      nights
          .addObject()
          .put("date", night.date().toString())
          .put("sold", night.sold())
          .put("requested", night.requested().count());
    }
    details.put("nightsChanged", belowSold.nightsChanged());
    return ApiAnswer.error(
        409, ErrorCode.BELOW_SOLD, "More units are sold than would be left.", details);
  }

  private InventoryAnswers() {}
}
