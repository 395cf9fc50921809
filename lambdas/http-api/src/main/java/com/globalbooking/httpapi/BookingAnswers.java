package com.globalbooking.httpapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingOutcome;
import com.globalbooking.domain.Region;
import java.util.Optional;

/** Says how booking, and reading a booking, ended. */
public final class BookingAnswers {

  /**
   * The answer to {@code POST /book}.
   *
   * @param forwarding asks another Region where the outcome says so
   */
  public static ApiAnswer to(BookingOutcome outcome, Forwarding forwarding) {
    return switch (outcome) {
      case BookingOutcome.Confirmed confirmed -> confirmed(confirmed);
      case BookingOutcome.SoldOut(var night, int available, var requested) ->
          ApiAnswer.error(
              409,
              ErrorCode.SOLD_OUT,
              "Not enough rooms are left for the night of " + night + ".",
              Json.object()
                  .put("available", available)
                  .put("requested", requested.count())
                  .put("night", night.toString()));
      case BookingOutcome.VersionConflict(var night, long expected, long actual) ->
          ApiAnswer.error(
              409,
              ErrorCode.VERSION_CONFLICT,
              "The availability for the night of " + night + " has changed since it was read.",
              Json.object()
                  .put("expectedVersion", expected)
                  .put("actualVersion", actual)
                  .put("night", night.toString()));
      case BookingOutcome.NotOnSale(var night) ->
          ApiAnswer.error(
              404,
              ErrorCode.NOT_FOUND,
              "No such room is on sale for the night of " + night + ".",
              Json.object().put("night", night.toString()));
      case BookingOutcome.KeyReused() ->
          ApiAnswer.error(
              422,
              ErrorCode.IDEMPOTENCY_MISMATCH,
              "This Idempotency-Key was used for a different request.");
      case BookingOutcome.Busy(var retryAfter) -> ApiAnswer.busy(retryAfter);
      case BookingOutcome.OwnedBy(Region owner) -> forwarding.to(owner);
    };
  }

  /** The answer to {@code GET /bookings/{bookingId}}. */
  public static ApiAnswer to(Optional<Booking> found) {
    return found
        .map(
            booking -> {
              ObjectNode body = body(booking).put("createdAt", booking.createdAt().toString());
              body.putObject("guestInfo")
                  .put("name", booking.guest().name())
                  .put("email", booking.guest().email());
              return ApiAnswer.ok(body);
            })
        .orElseGet(() -> ApiAnswer.notFound("There is no such booking."));
  }

  private static ApiAnswer confirmed(BookingOutcome.Confirmed confirmed) {
    ObjectNode body = body(confirmed.booking());
    confirmed.remaining().ifPresent(units -> body.put("remainingAvailability", units));
    if (confirmed.replayed()) {
      body.put("replayed", true);
    }
    return ApiAnswer.ok(
        body.put(
            "message",
            confirmed.booking().live()
                ? "Your booking is confirmed."
                : "Your booking was cancelled."));
  }

  private static ObjectNode body(Booking booking) {
    ObjectNode body =
        Json.object()
            .put("success", true)
            .put("bookingId", booking.id().value())
            .put("status", booking.status().name())
            .put("propertyId", booking.room().property().value())
            .put("roomId", booking.room().id().value());
    if (booking.stay().isOneNight()) {
      body.put("date", booking.stay().checkIn().toString());
    }
    return body.put("checkIn", booking.stay().checkIn().toString())
        .put("checkOut", booking.stay().checkOut().toString())
        .put("unitsBooked", booking.units().count())
        .put("region", booking.decidedBy().code());
  }

  private BookingAnswers() {}
}
