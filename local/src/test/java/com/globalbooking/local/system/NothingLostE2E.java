package com.globalbooking.local.system;

import static com.globalbooking.local.system.Aftermath.eventually;
import static com.globalbooking.local.system.RunningLocalRegions.OREGON;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.LocalRegion;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.pms.PmsSystems;
import com.globalbooking.local.pms.Reservation;
import com.globalbooking.local.system.Guests.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * NothingLost: bookings go on while every engine and service behind them is killed and started
 * again in turn; afterwards each acknowledged booking is there once in table, audit trail and PMS.
 * Issue 3, shown item 3.
 */
@ExtendWith(RunningLocalRegions.class)
class NothingLostE2E {
  private static final int BOOKINGS = 2_000;
  private static final int HOTELS = 20;
  private static final int GUESTS_AT_ONCE = 4;
  private static final Duration RECOVERED_WITHIN = Duration.ofMinutes(6);

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger asked = new AtomicInteger();

  /** Something behind the bookings that breaks. */
  private record Fault(String name, Act begin, Act end) {}

  private interface Act {
    void run() throws Exception;
  }

  @AfterEach
  void allServicesUp(LocalRegions local) {
    local.outages().end(OREGON, "sns");
    local.outages().end(OREGON, "sqs");
    local.outages().end(OREGON, "events");
  }

  @Test
  void whatWasAcknowledgedIsEverywhereOnceAfterEachEngineFailedInTurn(
      Guests guests, LocalRegions local) throws Exception {
    var aftermath = new Aftermath(local);
    for (int hotel = 0; hotel < HOTELS; hotel++) {
      local.connect(property(hotel), pms(hotel));
      guests.allot(guests.api(OREGON), property(hotel), BOOKINGS, OREGON);
    }
    Map<String, Integer> deadBefore = aftermath.deadLetters(OREGON);

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running =
          IntStream.range(0, GUESTS_AT_ONCE)
              .<Future<?>>mapToObj(it -> threads.submit(() -> bookOn(guests)))
              .toList();
      List<Fault> faults = faults(local);
      for (int i = 0; i < faults.size(); i++) {
        // Each fault lasts for its share of the bookings, so that some are made under each.
        awaitBookings((2 * i + 1) * BOOKINGS / (2 * faults.size() + 1));
        faults.get(i).begin().run();
        awaitBookings((2 * i + 2) * BOOKINGS / (2 * faults.size() + 1));
        faults.get(i).end().run();
      }
      for (Future<?> one : running) {
        one.get();
      }
    }

    assertThat(acknowledged).as("bookings went on").hasSize(BOOKINGS);
    for (int hotel = 0; hotel < HOTELS; hotel++) {
      sameEverywhere(aftermath, hotel);
    }
    assertThat(aftermath.deadLetters(OREGON)).isEqualTo(deadBefore);
  }

  private void sameEverywhere(Aftermath aftermath, int hotel) {
    String property = property(hotel);
    var booked = new TreeSet<>(aftermath.bookings(OREGON, property));
    Set<String> expected =
        acknowledged.stream()
            .filter(it -> it.startsWith(property + "/"))
            .map(it -> it.substring(property.length() + 1))
            .collect(toCollection(TreeSet::new));
    assertThat(booked).as("table, " + property).isEqualTo(expected);
    eventually(
        RECOVERED_WITHIN,
        () ->
            assertThat(aftermath.auditRows(OREGON, property))
                .as("audit trail, " + property)
                .hasSameSizeAs(expected)
                .allSatisfy((event, rows) -> assertThat(rows).isEqualTo(1))
                .satisfies(
                    rows ->
                        assertThat(rows.keySet().stream().map(NothingLostE2E::bookingOf))
                            .containsExactlyInAnyOrderElementsOf(expected)));
    eventually(
        RECOVERED_WITHIN,
        () ->
            assertThat(
                    aftermath.reservations(pms(hotel), property).stream()
                        .collect(groupingBy(Reservation::bookingId, counting())))
                .as("PMS, " + property)
                .hasSameSizeAs(expected)
                .allSatisfy((booking, times) -> assertThat(times).isEqualTo(1))
                .containsOnlyKeys(expected));
  }

  private void bookOn(Guests guests) {
    int number = asked.getAndIncrement();
    while (number < BOOKINGS) {
      String property = property(number % HOTELS);
      String key = "nothing-lost-" + number;
      Answer answer =
          guests.eventually(
              200,
              () ->
                  guests.book(
                      guests.api(OREGON),
                      guests.guestToken("alice"),
                      guests.stay(property, 1),
                      "Idempotency-Key",
                      key));
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
      acknowledged.add(property + "/" + answer.body().path("bookingId").asText());
      number = asked.getAndIncrement();
    }
  }

  private void awaitBookings(int count) {
    eventually(
        Duration.ofMinutes(5), () -> assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(count));
  }

  private static List<Fault> faults(LocalRegions local) {
    LocalRegion oregon = local.region(OREGON);
    return List.of(
        new Fault(
            "Redis",
            () -> oregon.stores().cache().get().kill(),
            () -> oregon.stores().cache().get().restart()),
        new Fault(
            "MariaDB",
            () -> oregon.stores().database().get().kill(),
            () -> oregon.stores().database().get().restart()),
        new Fault(
            "PMS",
            () -> local.pms().named(PmsSystems.ALPINE).kill(),
            () -> local.pms().named(PmsSystems.ALPINE).restart()),
        new Fault(
            "SNS",
            () -> local.outages().begin(OREGON, "sns"),
            () -> local.outages().end(OREGON, "sns")),
        new Fault(
            "SQS",
            () -> local.outages().begin(OREGON, "sqs"),
            () -> local.outages().end(OREGON, "sqs")),
        new Fault(
            "EventBridge",
            () -> local.outages().begin(OREGON, "events"),
            () -> local.outages().end(OREGON, "events")));
  }

  private static String property(int hotel) {
    return "kept-" + hotel;
  }

  private static String pms(int hotel) {
    return hotel % 2 == 0 ? PmsSystems.ALPINE : PmsSystems.HARBOUR;
  }

  private static String bookingOf(String eventId) {
    return eventId.substring(0, eventId.indexOf('~'));
  }
}
