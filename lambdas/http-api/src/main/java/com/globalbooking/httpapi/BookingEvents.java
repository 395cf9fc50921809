package com.globalbooking.httpapi;

import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.BookingRequest;
import com.globalbooking.domain.Guest;
import com.globalbooking.domain.GuestId;
import com.globalbooking.domain.IdempotencyKey;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.Stay;
import com.globalbooking.domain.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what a guest asks for. */
public final class BookingEvents {
  private static final Set<String> FIELDS =
      Set.of(
          "propertyId",
          "roomId",
          "date",
          "checkIn",
          "checkOut",
          "units",
          "guestInfo",
          "expectedVersion");
  private static final Set<String> GUEST_FIELDS = Set.of("name", "email");

  private final Clock clock;

  public BookingEvents(Clock clock) {
    this.clock = clock;
  }

  /** The request in a {@code POST /book}. */
  public BookingRequest booking(ApiEvent event, GuestId caller) throws InvalidRequestException {
    RequestFields fields = RequestFields.of(event, FIELDS);
    var room =
        new Room(fields.text("propertyId", PropertyId::new), fields.text("roomId", RoomId::new));
    Stay stay = stay(fields);
    Units units = fields.wholeNumber("units", Units::new);
    Guest guest = guest(fields.object("guestInfo", GUEST_FIELDS));
    OptionalLong version = fields.optionalVersion("expectedVersion");
    Optional<IdempotencyKey> key = key(event);
    return Checked.field(
        "expectedVersion",
        () -> new BookingRequest(room, stay, units, caller, guest, key, version));
  }

  /** The booking that a {@code GET /bookings/{bookingId}} is about. */
  public static BookingId bookingId(ApiEvent event) throws InvalidRequestException {
    return Checked.field("bookingId", event.pathParameter("bookingId").orElse(""), BookingId::new);
  }

  private Stay stay(RequestFields fields) throws InvalidRequestException {
    if (fields.has("date")) {
      if (fields.has("checkIn") || fields.has("checkOut")) {
        throw new InvalidRequestException(
            "date", "must stand alone, or else checkIn and checkOut without it");
      }
      LocalDate date = fields.text("date", Checked::date);
      Checked.notPast("date", date, clock);
      return Stay.oneNight(date);
    }
    if (!fields.has("checkIn") && !fields.has("checkOut")) {
      throw new InvalidRequestException("date", "is missing, or else checkIn and checkOut");
    }
    LocalDate checkIn = fields.text("checkIn", Checked::date);
    Checked.notPast("checkIn", checkIn, clock);
    LocalDate checkOut = fields.text("checkOut", Checked::date);
    return Checked.field("checkOut", () -> new Stay(checkIn, checkOut));
  }

  private static Guest guest(RequestFields fields) throws InvalidRequestException {
    String name =
        fields.text(
            "name",
            text -> {
              Guest.checkName(text);
              return text;
            });
    String email =
        fields.text(
            "email",
            text -> {
              Guest.checkEmail(text);
              return text;
            });
    return new Guest(name, email);
  }

  private static Optional<IdempotencyKey> key(ApiEvent event) throws InvalidRequestException {
    Optional<String> header = event.header("Idempotency-Key");
    return header.isPresent()
        ? Optional.of(Checked.field("Idempotency-Key", header.get(), IdempotencyKey::new))
        : Optional.empty();
  }
}
