package com.globalbooking.local.system;

import static com.globalbooking.local.system.Aftermath.eventually;
import static com.globalbooking.local.system.Guests.allAtOnce;
import static com.globalbooking.local.system.RunningLocalRegions.OREGON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.local.system.Guests.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** NeverOversold and AllOrNothing under contention: issue 2, shown item 2. */
@ExtendWith(RunningLocalRegions.class)
class RaceE2E {
  private static final int UNITS = 20;
  private static final int REQUESTS = 200;

  @Test
  void twoHundredAtOnceForTwentyUnitsSellNoMoreAndEveryRefusalSaysWhy(Guests guests)
      throws Exception {
    String alice = guests.guestToken("alice");
    guests.allot(guests.api(OREGON), "raced", UNITS, OREGON);

    List<Answer> answers =
        allAtOnce(
            REQUESTS,
            number ->
                guests.book(
                    guests.api(OREGON), alice, guests.stay("raced", number % 2 == 0 ? 1 : 3)));

    List<Answer> booked = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allMatch(
            answer ->
                (answer.status() == 409 && answer.code().equals("SOLD_OUT"))
                    || answer.status() == 503,
            "409 SOLD_OUT or 503");
    assertThat(booked).isNotEmpty().hasSizeLessThanOrEqualTo(UNITS);
    assertThat(booked.stream().map(answer -> answer.body().path("bookingId").asText()))
        .doesNotHaveDuplicates();

    // The cache follows a little later.
    eventually(
        () -> {
          JsonNode nights = guests.nights(guests.api(OREGON), "raced");
          assertThat(nights).hasSize(3);
          for (JsonNode night : nights) {
            assertThat(night.path("availableUnits").asInt())
                .as("free units of " + night.path("date").asText())
                .isNotNegative()
                .isEqualTo(UNITS - sold(booked, LocalDate.parse(night.path("date").asText())));
          }
        });
  }

  @Test
  void manyAtOnceUnderOneKeyMakeOneBooking(Guests guests) throws Exception {
    String alice = guests.guestToken("alice");
    guests.allot(guests.api(OREGON), "one-key", UNITS, OREGON);

    List<Answer> answers =
        allAtOnce(
            20,
            number ->
                guests.book(
                    guests.api(OREGON),
                    alice,
                    guests.stay("one-key", 3),
                    "Idempotency-Key",
                    "one-key"));

    Set<Integer> statuses = answers.stream().map(Answer::status).collect(Collectors.toSet());
    assertThat(statuses).contains(200).isSubsetOf(200, 503);
    assertThat(
            answers.stream()
                .filter(answer -> answer.status() == 200)
                .map(answer -> answer.body().path("bookingId").asText())
                .distinct())
        .hasSize(1);
    eventually(
        () -> {
          for (JsonNode night : guests.nights(guests.api(OREGON), "one-key")) {
            assertThat(night.path("availableUnits").asInt()).isEqualTo(UNITS - 1);
          }
        });
  }

  private static long sold(List<Answer> booked, LocalDate night) {
    return booked.stream()
        .map(Answer::body)
        .filter(
            booking ->
                !night.isBefore(LocalDate.parse(booking.path("checkIn").asText()))
                    && night.isBefore(LocalDate.parse(booking.path("checkOut").asText())))
        .mapToLong(booking -> booking.path("unitsBooked").asLong())
        .sum();
  }
}
