package com.globalbooking.local.system;

import static com.globalbooking.local.system.Aftermath.eventually;
import static com.globalbooking.local.system.RunningLocalRegions.OREGON;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Function;
import com.globalbooking.local.LocalRegion;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.dynamodb.DynamoDbEngine;
import com.globalbooking.local.mariadb.MariaDbEngine;
import com.globalbooking.local.pms.PmsSimulator;
import com.globalbooking.local.pms.PmsSystems;
import com.globalbooking.local.pms.Reservation;
import com.globalbooking.local.redis.RedisCluster;
import com.globalbooking.local.system.Guests.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * NothingLost: bookings go on while every engine and service behind them is killed and started
 * again in turn, and at last the functions; afterwards each acknowledged booking is there once in
 * table, audit trail and PMS. Issue 3, shown item 3.
 */
@ExtendWith(RunningLocalRegions.class)
class NothingLostE2E {
  private static final int BOOKINGS = 2_000;
  private static final int HOTELS = 20;
  private static final int GUESTS_AT_ONCE = 4;
  private static final Duration RECOVERED_WITHIN = Duration.ofMinutes(6);

  /** Functions that were killed start again, as JVMs that share two processors. */
  private static final Duration GUEST_PATIENCE = Duration.ofMinutes(2);

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final List<Future<?>> running = new ArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  /** Something behind the bookings that breaks, and whether bookings go on all the same. */
  private record Fault(String name, boolean bookingsGoOn, Act begin, Act end) {}

  private interface Act {
    void run() throws Exception;
  }

  @AfterEach
  void allServicesUp(LocalRegions local) {
    for (String service : List.of("sns", "sqs", "events")) {
      local.outages().end(OREGON, service);
    }
  }

  @Test
  void whatWasAcknowledgedIsEverywhereOnceAfterEachEngineFailedInTurn(
      Guests guests, LocalRegions local) throws Exception {
    var aftermath = new Aftermath(local);
    for (int hotel = 0; hotel < HOTELS; hotel++) {
      local.connect(property(hotel), pms(hotel));
      Answer allotted = guests.allot(guests.api(OREGON), property(hotel), BOOKINGS, OREGON);
      assertThat(allotted.status()).as(allotted.body().toString()).isEqualTo(200);
    }
    Map<String, Integer> deadBefore = aftermath.deadLetters(OREGON);

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int guest = 0; guest < GUESTS_AT_ONCE; guest++) {
        running.add(threads.submit(() -> bookOn(guests)));
      }
      List<Fault> faults = faults(local);
      for (int i = 0; i < faults.size(); i++) {
        // Each fault lasts for its share of the bookings, so that some are made under each.
        awaitBookings((2 * i + 1) * BOOKINGS / (2 * faults.size() + 1));
        Fault fault = faults.get(i);
        int refusedBefore = refused.get();
        fault.begin().run();
        if (fault.bookingsGoOn()) {
          awaitBookings((2 * i + 2) * BOOKINGS / (2 * faults.size() + 1));
        } else {
          awaitMore(refused::get, refusedBefore + 2 * GUESTS_AT_ONCE);
        }
        fault.end().run();
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
      Answer answer = guests.eventually(200, GUEST_PATIENCE, () -> bookOnce(guests, property, key));
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
      acknowledged.add(property + "/" + answer.body().path("bookingId").asText());
      number = asked.getAndIncrement();
    }
  }

  private Answer bookOnce(Guests guests, String property, String key) {
    Answer answer =
        guests.book(
            guests.api(OREGON),
            guests.guestToken("alice"),
            guests.stay(property, 1),
            "Idempotency-Key",
            key);
    if (answer.status() != 200) {
      refused.incrementAndGet();
    }
    return answer;
  }

  private void awaitBookings(int count) {
    awaitMore(acknowledged::size, count);
  }

  private void awaitMore(IntSupplier counter, int count) {
    eventually(
        Duration.ofMinutes(5),
        () -> {
          for (Future<?> guest : running) {
            if (guest.state() == Future.State.FAILED) {
              throw new IllegalStateException("a guest gave up", guest.exceptionNow());
            }
          }
          assertThat(counter.getAsInt()).isGreaterThanOrEqualTo(count);
        });
  }

  private static List<Fault> faults(LocalRegions local) {
    LocalRegion oregon = local.region(OREGON);
    DynamoDbEngine tables = oregon.engine();
    RedisCluster cache = oregon.stores().cache().get();
    MariaDbEngine database = oregon.stores().database().get();
    PmsSimulator pms = local.pms().named(PmsSystems.ALPINE);
    return List.of(
        new Fault("Redis", true, cache::kill, cache::restart),
        new Fault("MariaDB", true, database::kill, database::restart),
        new Fault("PMS", true, pms::kill, pms::restart),
        new Fault("DynamoDB", false, tables::kill, tables::restart),
        outage(local, "sns"),
        outage(local, "sqs"),
        outage(local, "events"),
        new Fault("functions", true, () -> crash(oregon), () -> crash(oregon)));
  }

  /**
   * Those whose invocations are repeated at once; what a worker of a queue has received comes again
   * only after minutes.
   */
  private static void crash(LocalRegion region) {
    for (Function function :
        List.of(
            Function.BOOKING_HANDLER,
            Function.EVENT_PUBLISHER,
            Function.CACHE_UPDATER,
            Function.HOT_BOOKING_CHECKER)) {
      assertThat(region.crash(function.id())).as(function.id()).isPositive();
    }
  }

  /** What lives in this process cannot be killed: it does not answer for a while. */
  private static Fault outage(LocalRegions local, String service) {
    return new Fault(
        service,
        true,
        () -> local.outages().begin(OREGON, service),
        () -> local.outages().end(OREGON, service));
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
