package com.globalbooking.pms;

import static com.globalbooking.pms.OpenTravelMessage.AVAILABILITY;
import static com.globalbooking.pms.OpenTravelMessage.RESERVATION;

import com.globalbooking.contract.DomainEvent.BookingReassigned;
import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.contract.PmsConnection;
import com.globalbooking.domain.pms.PmsClient.Answer;
import com.globalbooking.domain.pms.PmsClient.Answer.AlreadyTaken;
import com.globalbooking.domain.pms.PmsClient.Answer.RefusedForGood;
import com.globalbooking.domain.pms.PmsClient.Answer.Taken;
import com.globalbooking.domain.pms.PmsClient.Answer.TryAgain;
import com.globalbooking.pms.OpenTravelAnswer.Refusal;
import com.globalbooking.pms.Reply.Answered;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * OpenTravel: each event is an {@code OTA_HotelResNotifRQ}. A move to another room also changes
 * what the PMS may sell of both rooms, which an {@code OTA_HotelAvailNotifRQ} tells it next; other
 * events do not, because a PMS takes a reservation off its own room by itself.
 */
final class OpenTravelIntegration implements Integration {
  /** Of the code list ERR: the reservation exists already; the booking is cancelled already. */
  private static final Set<String> ALREADY = Set.of("127", "95");

  /** Of ERR: system unavailable, simultaneous updates, system error, unable to process. */
  private static final Set<String> PASSING_CODES = Set.of("187", "447", "448", "450");

  /** Of the code list EWT: authentication, its time-out, processing exception. */
  private static final Set<String> PASSING_TYPES = Set.of("4", "5", "12");

  /** Of EWT: the PMS does not do that at all. */
  private static final String NO_IMPLEMENTATION = "2";

  private final SignedHttp http;

  OpenTravelIntegration(SignedHttp http) {
    this.http = http;
  }

  @Override
  public Answer push(PmsConnection to, OfBooking event) {
    Answer reservation =
        send(to, RESERVATION, OpenTravelMessage.reservation(event), event.eventId());
    return switch (reservation) {
      // An earlier attempt may have ended between the two messages.
      case Taken _, AlreadyTaken _ when event instanceof BookingReassigned moved ->
          adjustAvailability(to, moved, reservation);
      case Taken _, AlreadyTaken _, TryAgain _, RefusedForGood _ -> reservation;
    };
  }

  private Answer adjustAvailability(PmsConnection to, BookingReassigned moved, Answer reservation) {
    String echoToken = moved.eventId() + "~availability";
    Answer availability =
        send(to, AVAILABILITY, OpenTravelMessage.availability(moved, echoToken), echoToken);
    return switch (availability) {
      case Taken _, AlreadyTaken _ -> reservation;
      case TryAgain(String reason) -> new TryAgain("availability: " + reason);
      case RefusedForGood(String reason) -> new RefusedForGood("availability: " + reason);
    };
  }

  private Answer send(PmsConnection to, String name, String body, String echoToken) {
    var message = new SignedHttp.Message("", "application/xml", body, echoToken);
    Reply reply = http.post(to, message, MOST_BYTES);
    if (!(reply instanceof Answered answered) || !(answered.isSuccess() || answered.isRefusal())) {
      return Integration.unusable(reply);
    }
    Optional<OpenTravelAnswer> read = OpenTravelAnswer.read(answered, name, echoToken);
    if (answered.isSuccess()) {
      return read.map(said -> meaning(name, said)).orElseGet(() -> Integration.garbage(answered));
    }
    if (!answered.body().isEmpty() && read.isEmpty()) {
      return Integration.garbage(answered);
    }
    return answered.status() == CONFLICT
        ? new AlreadyTaken()
        : new RefusedForGood("status " + answered.status());
  }

  private static Answer meaning(String name, OpenTravelAnswer said) {
    List<Refusal> errors = said.errors();
    if (said.success()) {
      return new Taken();
    }
    if (errors.stream().allMatch(error -> ALREADY.contains(error.code()))) {
      return new AlreadyTaken();
    }
    if (name.equals(AVAILABILITY)
        && errors.stream().allMatch(error -> error.type().equals(NO_IMPLEMENTATION))) {
      return new Taken(); // it keeps its own count of rooms
    }
    boolean passes =
        errors.stream()
            .anyMatch(
                error ->
                    PASSING_CODES.contains(error.code()) || PASSING_TYPES.contains(error.type()));
    String codes = String.join(", ", errors.stream().map(e -> e.type() + "/" + e.code()).toList());
    return passes ? new TryAgain("errors " + codes) : new RefusedForGood("errors " + codes);
  }
}
