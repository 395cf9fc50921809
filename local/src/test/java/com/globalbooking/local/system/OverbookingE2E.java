package com.globalbooking.local.system;

import static com.globalbooking.local.system.Aftermath.eventually;
import static com.globalbooking.local.system.RunningLocalRegions.OREGON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.metrics.AlarmState;
import com.globalbooking.local.metrics.AlarmStatus;
import com.globalbooking.local.pms.PmsSystems;
import com.globalbooking.local.pms.Reservation;
import com.globalbooking.local.system.Guests.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hotel takes sold rooms away: issue 3, shown item 2. */
@ExtendWith(RunningLocalRegions.class)
class OverbookingE2E {

  @Test
  void aGuestIsMovedToAnEquivalentRoomAndTheHotelIsTold(Guests guests, LocalRegions local) {
    var aftermath = new Aftermath(local);
    String property = "overbooked-hotel";
    URI api = guests.api(OREGON);
    local.connect(property, PmsSystems.ALPINE);
    guests.allot(api, property, 2, OREGON);
    guests.allot(api, property, "suite", guests.allotment(3, OREGON).put("roomRank", 70));
    List<String> bookings = book(guests, property, 2);
    eventually(() -> assertThat(aftermath.reservations(PmsSystems.ALPINE, property)).hasSize(2));

    Answer cut =
        guests.allot(
            api, property, "double", guests.allotment(1, OREGON).put("acceptOverbooking", true));

    assertThat(cut.status()).as(cut.body().toString()).isEqualTo(200);
    eventually(
        () ->
            assertThat(aftermath.reservations(PmsSystems.ALPINE, property))
                .extracting(Reservation::roomId)
                .containsExactlyInAnyOrder("double", "suite"));
    // The newest booking moves.
    assertThat(aftermath.reservations(PmsSystems.ALPINE, property))
        .filteredOn(reservation -> reservation.roomId().equals("suite"))
        .singleElement()
        .satisfies(
            moved -> {
              assertThat(moved.bookingId()).isEqualTo(bookings.getLast());
              assertThat(moved.bookingVersion()).isEqualTo(2);
              assertThat(moved.status()).isEqualTo(Reservation.Status.CONFIRMED);
            });
    eventually(
        () -> {
          // Counters conserved: nothing short, and the suite has one unit less.
          JsonNode rooms = guests.search(api, property).body().path("rooms");
          assertThat(units(rooms, "double")).isZero();
          assertThat(units(rooms, "suite")).isEqualTo(2);
        });
    assertThat(aftermath.alarmMessages(OREGON)).noneMatch(body -> body.contains(property));
  }

  @Test
  void withoutAnEquivalentRoomPeopleAreToldWhatToDo(Guests guests, LocalRegions local) {
    var aftermath = new Aftermath(local);
    String property = "full-house";
    URI api = guests.api(OREGON);
    guests.allot(api, property, 2, OREGON);
    guests.allot(api, property, "cabin", guests.allotment(5, OREGON).put("roomRank", 10));
    List<String> bookings = book(guests, property, 2);

    guests.allot(
        api, property, "double", guests.allotment(1, OREGON).put("acceptOverbooking", true));

    eventually(
        () ->
            assertThat(aftermath.alarmMessages(OREGON))
                .anyMatch(
                    body ->
                        body.contains(property)
                            && body.contains(Guests.NIGHT.toString())
                            && bookings.stream().anyMatch(body::contains)));
    eventually(
        () ->
            assertThat(aftermath.published(OREGON, property))
                .anyMatch(body -> body.contains("OverbookingUnresolved")));
    eventually(
        () ->
            assertThat(local.region(OREGON).operations().monitoring().alarms().status())
                .filteredOn(alarm -> alarm.name().endsWith("-unresolved-overbookings"))
                .extracting(AlarmStatus::state)
                .containsExactly(AlarmState.ALARM));
    // Nobody was moved to a lesser room, and nothing was reset.
    JsonNode rooms = guests.search(api, property).body().path("rooms");
    assertThat(units(rooms, "cabin")).isEqualTo(5);
  }

  private static List<String> book(Guests guests, String property, int times) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Answer booked =
          guests.book(
              guests.api(OREGON), guests.guestToken("guest-" + i), guests.stay(property, 1));
      assertThat(booked.status()).as(booked.body().toString()).isEqualTo(200);
      ids.add(booked.body().path("bookingId").asText());
    }
    return ids;
  }

  private static int units(JsonNode rooms, String room) {
    for (JsonNode each : rooms) {
      if (each.path("roomId").asText().equals(room)) {
        return each.path("nights").path(0).path("availableUnits").asInt();
      }
    }
    throw new AssertionError("No room " + room + " in " + rooms);
  }
}
