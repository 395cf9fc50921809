package com.globalbooking.local.system;

import static com.globalbooking.local.system.Aftermath.eventually;
import static com.globalbooking.local.system.RunningLocalRegions.OREGON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.pms.PmsMode;
import com.globalbooking.local.pms.PmsReport;
import com.globalbooking.local.pms.PmsSimulator;
import com.globalbooking.local.pms.PmsSystems;
import com.globalbooking.local.system.Guests.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hotel's system that is down is left alone, and hears of everything afterwards: item 4. */
@ExtendWith(RunningLocalRegions.class)
class CircuitBreakerE2E {
  private static final int BROKEN_HOTELS = 6;

  /** As the stack sets it when the configuration says nothing. */
  private static final int THRESHOLD = 5;

  /** Calls that had begun when the threshold was reached: one by every instance. */
  private static final int ON_THEIR_WAY = 4;

  private static final Duration ATTEMPTED_WITHIN = Duration.ofSeconds(60);

  /** As {@code StackConfiguration} sets it for local Regions. */
  private static final Duration OPEN_FOR = Duration.ofSeconds(10);

  /** Long for calls that are on their way, short for an open circuit. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  @AfterEach
  void mend(LocalRegions local) {
    local.pms().named(PmsSystems.HARBOUR).become(PmsMode.OK);
  }

  @Test
  void aBrokenPmsIsLeftAloneWhileTheHealthyOneIsServedAndThenDrained(
      Guests guests, LocalRegions local) {
    var aftermath = new Aftermath(local);
    PmsSimulator harbour = local.pms().named(PmsSystems.HARBOUR);
    local.connect("healthy", PmsSystems.ALPINE);
    guests.allot(guests.api(OREGON), "healthy", 10, OREGON);
    for (int hotel = 0; hotel < BROKEN_HOTELS; hotel++) {
      local.connect("broken-" + hotel, PmsSystems.HARBOUR);
      guests.allot(guests.api(OREGON), "broken-" + hotel, 10, OREGON);
    }
    Map<String, Integer> deadBefore = aftermath.deadLetters(OREGON);
    harbour.become(PmsMode.DOWN);
    long callsBefore = harbour.report().calls();

    for (int hotel = 0; hotel < BROKEN_HOTELS; hotel++) {
      book(guests, "broken-" + hotel);
      book(guests, "broken-" + hotel);
    }
    Instant bookedHealthy = Instant.now();
    String healthy = book(guests, "healthy");

    eventually(() -> assertThat(aftermath.reservations(PmsSystems.ALPINE, "healthy")).hasSize(1));
    PmsReport.Event event =
        local.pms().named(PmsSystems.ALPINE).report().events().get(healthy + "~us-west-2~1");
    assertThat(event).isNotNull();
    assertThat(Duration.between(bookedHealthy, event.firstAttempt())).isLessThan(ATTEMPTED_WITHIN);
    eventually(
        () ->
            assertThat(aftermath.circuit(OREGON, PmsSystems.HARBOUR))
                .as("the circuit of the broken PMS")
                .contains("OPEN"));
    long callsWhenOpen = harbour.report().calls();
    assertThat(callsWhenOpen - callsBefore)
        .as("calls until the circuit opened: the threshold and those that were on their way")
        .isLessThanOrEqualTo(THRESHOLD + ON_THEIR_WAY);

    long callsWhenQuiet = callsWhenQuiet(harbour);
    Instant quiet = Instant.now();
    eventually(
        () ->
            assertThat(harbour.report().calls())
                .as("probes")
                .isGreaterThanOrEqualTo(callsWhenQuiet + 2));
    long probes = harbour.report().calls() - callsWhenQuiet;
    assertThat(Duration.between(quiet, Instant.now()))
        .as("one probe each time that the circuit was open for its whole time")
        .isGreaterThanOrEqualTo(OPEN_FOR.multipliedBy(probes - 1));
    for (int hotel = 0; hotel < BROKEN_HOTELS; hotel++) {
      assertThat(aftermath.reservations(PmsSystems.HARBOUR, "broken-" + hotel)).isEmpty();
    }

    harbour.become(PmsMode.OK);
    eventually(
        () -> {
          for (int hotel = 0; hotel < BROKEN_HOTELS; hotel++) {
            assertThat(aftermath.reservations(PmsSystems.HARBOUR, "broken-" + hotel)).hasSize(2);
          }
        });
    assertThat(aftermath.deadLetters(OREGON)).isEqualTo(deadBefore);
  }

  /** How often the PMS has been called, as soon as nobody calls it any more. */
  private static long callsWhenQuiet(PmsSimulator pms) {
    var last = new AtomicLong(-1);
    await()
        .atMost(Aftermath.PATIENCE)
        .during(QUIET)
        .until(
            () -> {
              long now = pms.report().calls();
              return last.getAndSet(now) == now;
            });
    return last.get();
  }

  private static String book(Guests guests, String property) {
    Answer booked =
        guests.book(guests.api(OREGON), guests.guestToken("alice"), guests.stay(property, 1));
    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(200);
    return booked.body().path("bookingId").asText();
  }
}
