package com.globalbooking.local.system;

import static com.globalbooking.local.system.Aftermath.eventually;
import static com.globalbooking.local.system.RunningLocalRegions.OREGON;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.pms.PmsSystems;
import com.globalbooking.local.pms.Reservation;
import com.globalbooking.local.system.Guests.Answer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One booking followed to the cache, the topic, the hotel and the audit trail: issue 3, item 1. */
@ExtendWith(RunningLocalRegions.class)
class BookingLifeE2E {

  @ParameterizedTest
  @ValueSource(strings = {PmsSystems.ALPINE, PmsSystems.HARBOUR})
  void aBookingReachesCacheTopicHotelAndAuditTrailOnce(
      String pms, Guests guests, LocalRegions local) {
    var aftermath = new Aftermath(local);
    String property = "followed-" + pms;
    local.connect(property, pms);
    guests.allot(guests.api(OREGON), property, 5, OREGON);

    Answer booked =
        guests.book(guests.api(OREGON), guests.guestToken("alice"), guests.stay(property, 2));

    assertThat(booked.status()).isEqualTo(200);
    String id = booked.body().path("bookingId").asText();
    String event = id + "~us-west-2~1";
    eventually(() -> assertThat(aftermath.reservations(pms, property)).hasSize(1));
    Reservation reservation = aftermath.reservations(pms, property).getFirst();
    assertThat(reservation.bookingId()).isEqualTo(id);
    assertThat(reservation.status()).isEqualTo(Reservation.Status.CONFIRMED);
    assertThat(reservation.checkIn()).isEqualTo(Guests.NIGHT);
    assertThat(reservation.checkOut()).isEqualTo(Guests.NIGHT.plusDays(2));
    eventually(
        () ->
            assertThat(aftermath.auditRows(OREGON, property))
                .containsOnlyKeys(event)
                .containsEntry(event, 1));
    assertThat(aftermath.published(OREGON, property))
        .as("events carry no guest")
        .isNotEmpty()
        .noneMatch(body -> body.contains("alice") || body.contains("Alice"));
    eventually(
        () -> {
          Answer found = guests.search(guests.api(OREGON), property);
          assertThat(found.response().headers().firstValue("X-Availability-Source"))
              .contains("cache");
          assertThat(firstNight(found)).isEqualTo(4);
        });
  }

  private static int firstNight(Answer found) {
    return found.body().path("rooms").path(0).path("nights").path(0).path("availableUnits").asInt();
  }
}
