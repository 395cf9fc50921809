package com.globalbooking.local.system;

import static com.globalbooking.local.system.RunningLocalRegions.IRELAND;
import static com.globalbooking.local.system.RunningLocalRegions.OREGON;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.system.Guests.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningLocalRegions.class)
class BookingAcrossRegionsE2E {

  @Test
  void aBookingMadeAtTheGlobalEndpointIsReadInTheOtherRegion(Guests guests, LocalRegions local) {
    String alice = guests.guestToken("alice");
    assertThat(guests.allot(local.globalEndpoint(), "across", 5, OREGON).status()).isEqualTo(200);

    Answer booked = guests.book(local.globalEndpoint(), alice, guests.stay("across", 3));

    assertThat(booked.status()).isEqualTo(200);
    assertThat(booked.body().path("status").asText()).isEqualTo("CONFIRMED");
    assertThat(booked.body().path("region").asText()).isEqualTo(OREGON.value());
    assertThat(booked.body().path("remainingAvailability").asInt()).isEqualTo(4);
    String path = "/bookings/" + booked.body().path("bookingId").asText();
    Answer read = guests.eventually(200, () -> guests.get(guests.api(IRELAND), alice, path));
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body().path("checkOut")).isEqualTo(booked.body().path("checkOut"));
    assertThat(read.body().path("guestInfo").path("name").asText()).isEqualTo("Alice Example");
  }

  @Test
  void theSameKeyAndRequestAnswerTheSameBookingInEitherRegion(Guests guests) {
    String alice = guests.guestToken("alice");
    guests.allot(guests.api(OREGON), "replayed", 5, OREGON);
    var stay = guests.stay("replayed", 1);

    Answer first = guests.book(guests.api(OREGON), alice, stay, "Idempotency-Key", "replayed-key");
    Answer again = guests.book(guests.api(OREGON), alice, stay, "Idempotency-Key", "replayed-key");

    assertThat(first.body().has("replayed")).isFalse();
    assertThat(again.body().path("replayed").asBoolean()).isTrue();
    assertThat(again.body().path("bookingId")).isEqualTo(first.body().path("bookingId"));
    assertThat(again.body().path("remainingAvailability").asInt()).isEqualTo(4);
    String path = "/bookings/" + first.body().path("bookingId").asText();
    guests.eventually(200, () -> guests.get(guests.api(IRELAND), alice, path));
    Answer elsewhere =
        guests.book(guests.api(IRELAND), alice, stay, "Idempotency-Key", "replayed-key");
    assertThat(elsewhere.status()).isEqualTo(200);
    assertThat(elsewhere.body().path("replayed").asBoolean()).isTrue();
    assertThat(elsewhere.body().path("bookingId")).isEqualTo(first.body().path("bookingId"));
  }

  @Test
  void theSameKeyForAnotherRequestIsRefused(Guests guests) {
    String alice = guests.guestToken("alice");
    guests.allot(guests.api(OREGON), "mismatch", 5, OREGON);
    guests.book(
        guests.api(OREGON), alice, guests.stay("mismatch", 1), "Idempotency-Key", "mismatch-key");

    Answer other =
        guests.book(
            guests.api(OREGON),
            alice,
            guests.stay("mismatch", 3),
            "Idempotency-Key",
            "mismatch-key");

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_MISMATCH");
  }

  @Test
  void aRegionWithoutUnitsForwardsToTheOneThatHasThem(Guests guests) {
    guests.allot(guests.api(OREGON), "forwarded", 2, IRELAND);
    guests.eventually(
        200,
        () ->
            guests.get(
                guests.api(OREGON),
                guests.guestToken("alice"),
                "/properties/forwarded/availability?from=%s&to=%s"
                    .formatted(Guests.NIGHT, Guests.NIGHT)));

    Answer booked =
        guests.book(guests.api(OREGON), guests.guestToken("alice"), guests.stay("forwarded", 3));

    assertThat(booked.status()).isEqualTo(200);
    assertThat(booked.body().path("region").asText()).isEqualTo(IRELAND.value());
  }

  @Test
  void nobodyReadsTheBookingOfSomebodyElse(Guests guests) {
    guests.allot(guests.api(OREGON), "private", 2, OREGON);
    Answer booked =
        guests.book(guests.api(OREGON), guests.guestToken("alice"), guests.stay("private", 1));
    String path = "/bookings/" + booked.body().path("bookingId").asText();

    Answer mallory = guests.get(guests.api(OREGON), guests.guestToken("mallory"), path);

    assertThat(mallory.status()).isEqualTo(404);
    assertThat(mallory.code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void theAuthorizerRefusesWhoHasNoTokenOrTheWrongScope(Guests guests) {
    assertThat(guests.book(guests.api(OREGON), "", guests.stay("any", 1)).status()).isEqualTo(401);
    assertThat(
            guests
                .book(
                    guests.api(OREGON),
                    guests.token("alice", "booking:read"),
                    guests.stay("any", 1))
                .status())
        .isEqualTo(403);
  }

  @Test
  void anAllotmentCannotGoBelowWhatIsSold(Guests guests) {
    guests.allot(guests.api(OREGON), "lowered", 2, OREGON);
    guests.book(guests.api(OREGON), guests.guestToken("alice"), guests.stay("lowered", 1));

    Answer lowered = guests.allot(guests.api(IRELAND), "lowered", 0, OREGON);

    assertThat(lowered.status()).isEqualTo(409);
    assertThat(lowered.code()).isEqualTo("BELOW_SOLD");
    assertThat(lowered.body().path("nights").path(0).path("sold").asInt()).isEqualTo(1);
  }
}
