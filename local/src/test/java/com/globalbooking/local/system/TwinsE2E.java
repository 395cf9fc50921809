package com.globalbooking.local.system;

import static com.globalbooking.local.system.Aftermath.eventually;
import static com.globalbooking.local.system.RunningLocalRegions.IRELAND;
import static com.globalbooking.local.system.RunningLocalRegions.OREGON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.pms.PmsSystems;
import com.globalbooking.local.pms.Reservation;
import com.globalbooking.local.system.Guests.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OneKeyOneBooking when two Regions that cannot see each other decide the same key. */
@ExtendWith(RunningLocalRegions.class)
class TwinsE2E {
  private static final int UNITS = 5;
  private static final Duration QUIET_WITHIN = Duration.ofSeconds(30);

  @ParameterizedTest
  @ValueSource(strings = {PmsSystems.ALPINE, PmsSystems.HARBOUR})
  void ofTwinsTheLaterIsCancelledEverywhere(String pms, Guests guests, LocalRegions local)
      throws Exception {
    var aftermath = new Aftermath(local);
    String property = "twins-" + pms;
    local.connect(property, pms);
    for (RegionName region : List.of(OREGON, IRELAND)) {
      guests.allot(guests.api(region), property, UNITS, region);
    }
    assertThat(local.awaitReplicated(QUIET_WITHIN)).as("replication caught up").isTrue();
    local.network().cut(OREGON, IRELAND);

    String first = book(guests, OREGON, property);
    String second = book(guests, IRELAND, property);

    assertThat(second).as("one key, one booking id").isEqualTo(first);
    // The hotel hears of both before anybody can know better.
    eventually(
        () ->
            assertThat(aftermath.reservations(pms, property))
                .extracting(Reservation::status)
                .containsExactly(Reservation.Status.CONFIRMED, Reservation.Status.CONFIRMED));

    local.network().heal(OREGON, IRELAND);

    eventually(
        () ->
            assertThat(aftermath.reservations(pms, property))
                .extracting(Reservation::decidingRegion, Reservation::status)
                .containsExactlyInAnyOrder(
                    tuple(OREGON.value(), Reservation.Status.CONFIRMED),
                    tuple(IRELAND.value(), Reservation.Status.CANCELLED)));
    for (RegionName region : List.of(OREGON, IRELAND)) {
      eventually(
          () -> {
            assertThat(units(guests, region, property)).as(region.value()).isEqualTo(2 * UNITS - 1);
            Answer read =
                guests.get(guests.api(region), guests.guestToken("alice"), "/bookings/" + first);
            assertThat(read.body().path("region").asText()).isEqualTo(OREGON.value());
            assertThat(read.body().path("status").asText()).isEqualTo("CONFIRMED");
          });
    }
    Answer again = attempt(guests, IRELAND, property);
    assertThat(again.body().path("replayed").asBoolean()).as(again.body().toString()).isTrue();
    assertThat(again.body().path("region").asText()).isEqualTo(OREGON.value());
    eventually(
        () ->
            assertThat(aftermath.auditRows(IRELAND, property).keySet())
                .containsExactlyInAnyOrder(first + "~eu-west-1~1", first + "~eu-west-1~2"));
  }

  private static String book(Guests guests, RegionName region, String property) {
    Answer booked = guests.eventually(200, () -> attempt(guests, region, property));
    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(200);
    assertThat(booked.body().path("region").asText()).isEqualTo(region.value());
    return booked.body().path("bookingId").asText();
  }

  private static Answer attempt(Guests guests, RegionName region, String property) {
    return guests.book(
        guests.api(region),
        guests.guestToken("alice"),
        guests.stay(property, 1),
        "Idempotency-Key",
        property);
  }

  private static int units(Guests guests, RegionName region, String property) {
    return guests.nights(guests.api(region), property).path(0).path("availableUnits").asInt();
  }
}
