package com.globalbooking.operations.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.operations.LoopbackServer;
import com.globalbooking.operations.LoopbackServer.Request;
import com.globalbooking.operations.LoopbackServer.Response;
import com.globalbooking.operations.environments.Outputs;
import com.globalbooking.operations.environments.StackId;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmokeTestTest {
  private final AtomicInteger booked = new AtomicInteger();
  private final AtomicInteger lag = new AtomicInteger();
  private final Map<String, List<String>> ringing = new TreeMap<>();
  private final List<String> printed = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-28T10:00:00Z");
  private Instant alarmsEnd = Instant.MAX;
  private boolean replays = true;
  private final LoopbackServer api = new LoopbackServer(this::answer);
  private final HttpClient http = HttpClient.newHttpClient();

  /** Every second booking of the first two is a replay of the one before. */
  private Response answer(Request request) {
    if (request.method().equals("PUT")) {
      return new Response(200, "{}");
    }
    if (request.method().equals("GET")) {
      return lag.getAndDecrement() > 0
          ? new Response(404, "{\"code\":\"NOT_FOUND\"}")
          : new Response(200, "{\"bookingId\":\"%s\"}".formatted(request.path().substring(10)));
    }
    int number = booked.incrementAndGet();
    return number == 2 && replays
        ? new Response(200, "{\"bookingId\":\"bk-1\",\"replayed\":true}")
        : new Response(200, "{\"bookingId\":\"bk-%d\"}".formatted(number));
  }

  @AfterEach
  void stop() {
    api.close();
    http.close();
  }

  private Outputs region(String name) {
    return new Outputs(
        new StackId("dev", name),
        JsonNodeFactory.instance
            .objectNode()
            .put(StackOutput.API_ENDPOINT, api.uri().toString())
            .put(StackOutput.ALARM_NAME_PREFIX, "global-booking-dev-"));
  }

  private void pass(Duration duration) {
    now = now.plus(duration);
    if (now.isAfter(alarmsEnd)) {
      ringing.clear();
    }
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  private void run(int bookings, List<Outputs> regions) {
    var keys = new AtomicInteger();
    new SmokeTest(
            http,
            (region, prefix) -> ringing.getOrDefault(region, List.of()),
            printed::add,
            clock(),
            () -> "key-" + keys.incrementAndGet(),
            this::pass)
        .run(
            regions,
            "token",
            new SmokeTest.Settings(
                bookings, Optional.of(Duration.ofHours(1)), Duration.ofMinutes(5)));
  }

  @Test
  void aRegionThatBooksReplaysAndMeasuresPasses() {
    run(5, List.of(region("us-west-2")));

    assertThat(booked).hasValue(7);
    assertThat(api.requests).allMatch(it -> it.authorization().equals("Bearer token"));
    assertThat(printed)
        .anyMatch(it -> it.contains("P50") && it.contains("5 requests"))
        .contains("us-west-2: no alarm");
  }

  @Test
  void aBookingIsReadInTheOtherRegionOnceItHasReplicated() {
    lag.set(3);
    replays = false;

    // The second Region's first two bookings differ here, which is a fault that the test below
    // expects.
    assertThatThrownBy(() -> run(0, List.of(region("us-west-2"), region("eu-west-1"))))
        .hasMessageContaining("the same key does not lead to booking bk-1 again");
    assertThat(printed).anyMatch(it -> it.startsWith("us-west-2: read in eu-west-1 after"));
  }

  @Test
  void anAlarmFailsIt() {
    ringing.put("us-west-2", List.of("global-booking-dev-api-5xx"));

    assertThatThrownBy(() -> run(1, List.of(region("us-west-2"))))
        .hasMessageContaining("in alarm: global-booking-dev-api-5xx");
  }

  @Test
  void alarmsAboutARegionThatWasJustDeployedMayEnd() {
    ringing.put("us-west-2", List.of("global-booking-dev-heartbeat-eu-west-1"));
    alarmsEnd = now.plusSeconds(60);

    run(1, List.of(region("us-west-2")));

    assertThat(printed)
        .contains(
            "us-west-2: in alarm: global-booking-dev-heartbeat-eu-west-1; waiting for them to end",
            "us-west-2: no alarm");
  }

  @Test
  void percentilesAreThoseOfTheNearestRank() {
    var latencies = new Latencies();
    for (int i = 1; i <= 20; i++) {
      latencies.add(Duration.ofMillis(i));
    }
    assertThat(latencies.percentile(50)).isEqualTo(Duration.ofMillis(10));
    assertThat(latencies.percentile(95)).isEqualTo(Duration.ofMillis(19));
  }
}
