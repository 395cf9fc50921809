package com.globalbooking.local.pms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.local.pms.Reservation.Status;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PmsSimulatorIT {
  private static final Duration SLOW = Duration.ofSeconds(3);
  private static final Duration LATE = Duration.ofMillis(50);
  private static final LocalDate CHECK_IN = LocalDate.of(2026, 12, 24);
  private static final LocalDate CHECK_OUT = LocalDate.of(2026, 12, 27);

  private PmsSimulator json;
  private PmsSimulator xml;
  private PmsCaller caller;

  @BeforeEach
  void start() throws IOException {
    var delays = new PmsSimulator.Delays(SLOW, LATE);
    json = PmsSimulator.start("j", PmsIntegration.JSON, "secret", Clock.systemUTC(), delays);
    xml = PmsSimulator.start("x", PmsIntegration.OPENTRAVEL, "secret", Clock.systemUTC(), delays);
    caller = new PmsCaller("secret", Instant.now());
  }

  @AfterEach
  void stop() {
    caller.close();
    json.close();
    xml.close();
  }

  @ParameterizedTest
  @EnumSource(PmsIntegration.class)
  void anEventIsTakenOnceHoweverOftenItComes(PmsIntegration integration) throws Exception {
    PmsSimulator pms = of(integration);

    HttpResponse<String> first = caller.confirm(pms, "b~r~1", "b", 1, "double");
    HttpResponse<String> again = caller.confirm(pms, "b~r~1", "b", 1, "double");

    assertThat(PmsCaller.took(first)).isTrue();
    assertThat(PmsCaller.hadIt(again)).isTrue();
    assertThat(pms.reservations())
        .containsExactly(
            new Reservation(
                "P", "b", "eu-west-1", "double", CHECK_IN, CHECK_OUT, 2, Status.CONFIRMED, 1));
    assertThat(pms.report().event("b~r~1"))
        .satisfies(
            event -> {
              assertThat(event.received()).isEqualTo(2);
              assertThat(event.takenAt()).isPresent();
              assertThat(event.firstAttempt()).isBeforeOrEqualTo(event.takenAt().orElseThrow());
            });
    assertThat(pms.report().calls()).isEqualTo(2);
    assertThat(pms.report().repeats()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(PmsIntegration.class)
  void aBookingNeverGoesBackToAnOlderVersion(PmsIntegration integration) throws Exception {
    PmsSimulator pms = of(integration);

    caller.confirm(pms, "b~r~3", "b", 3, "suite");
    HttpResponse<String> late = caller.confirm(pms, "b~r~2", "b", 2, "double");

    assertThat(PmsCaller.hadIt(late)).isTrue();
    assertThat(pms.reservations())
        .singleElement()
        .satisfies(it -> assertThat(it.roomId()).isEqualTo("suite"));
    assertThat(pms.report().event("b~r~2").takenAt()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PmsIntegration.class)
  void aCancellationStaysOnTheStatement(PmsIntegration integration) throws Exception {
    PmsSimulator pms = of(integration);
    caller.confirm(pms, "b~r~1", "b", 1, "double");
    caller.cancel(pms, "b~r~2", "b", 2, "double");
    caller.confirm(pms, "c~r~1", "c", 1, "double");

    HttpResponse<String> statement = caller.statement(pms, "P", CHECK_IN, CHECK_IN);

    assertThat(statement.statusCode()).isEqualTo(200);
    assertThat(statement.body())
        .isEqualTo(
            """
            {"reservations":[\
            {"bookingId":"b","decidingRegion":"eu-west-1","roomId":"double",\
            "checkIn":"2026-12-24","checkOut":"2026-12-27","units":2,"status":"CANCELLED",\
            "bookingVersion":2},\
            {"bookingId":"c","decidingRegion":"eu-west-1","roomId":"double",\
            "checkIn":"2026-12-24","checkOut":"2026-12-27","units":2,"status":"CONFIRMED",\
            "bookingVersion":1}]}""");
    assertThat(caller.statement(pms, "P", CHECK_OUT, CHECK_OUT).body())
        .as("the day of departure is no night")
        .isEqualTo("{\"reservations\":[]}");
    assertThat(caller.statement(pms, "Q", CHECK_IN, CHECK_IN).body())
        .as("another property")
        .isEqualTo("{\"reservations\":[]}");
  }

  @ParameterizedTest
  @EnumSource(PmsIntegration.class)
  void aWrongOldOrMissingSignatureIsRefused(PmsIntegration integration) throws Exception {
    PmsSimulator pms = of(integration);
    try (var stranger = new PmsCaller("another key", Instant.now());
        var past = new PmsCaller("secret", Instant.now().minus(Duration.ofMinutes(6)))) {
      assertThat(stranger.confirm(pms, "b~r~1", "b", 1, "double").statusCode()).isEqualTo(401);
      assertThat(past.confirm(pms, "b~r~1", "b", 1, "double").statusCode()).isEqualTo(401);
      assertThat(stranger.statement(pms, "P", CHECK_IN, CHECK_IN).statusCode()).isEqualTo(401);
    }
    assertThat(caller.unsigned(pms).statusCode()).isEqualTo(401);
    assertThat(pms.reservations()).isEmpty();
    assertThat(pms.report().refusedSignatures()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource(PmsIntegration.class)
  void downAnswers503CountsCallsAndTakesNothing(PmsIntegration integration) throws Exception {
    PmsSimulator pms = of(integration);
    pms.become(PmsMode.DOWN);

    assertThat(caller.confirm(pms, "b~r~1", "b", 1, "double").statusCode()).isEqualTo(503);
    assertThat(caller.confirm(pms, "b~r~1", "b", 1, "double").statusCode()).isEqualTo(503);
    assertThat(caller.statement(pms, "P", CHECK_IN, CHECK_IN).statusCode()).isEqualTo(503);
    assertThat(pms.reservations()).isEmpty();
    assertThat(pms.report().event("b~r~1").received()).isEqualTo(2);

    pms.become(PmsMode.OK);
    assertThat(PmsCaller.took(caller.confirm(pms, "b~r~1", "b", 1, "double"))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(PmsIntegration.class)
  void slowTakesWhatItGetsAndAnswersLongAfter(PmsIntegration integration) throws Exception {
    PmsSimulator pms = of(integration);
    pms.become(PmsMode.SLOW);
    try (var impatient = new PmsCaller("secret", Instant.now(), Duration.ofMillis(500))) {
      assertThatThrownBy(() -> impatient.confirm(pms, "b~r~1", "b", 1, "double"))
          .isInstanceOf(HttpTimeoutException.class);
    }
    assertThat(pms.reservations()).hasSize(1);

    long started = System.nanoTime();
    assertThat(PmsCaller.hadIt(caller.confirm(pms, "b~r~1", "b", 1, "double"))).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(SLOW);
  }

  @ParameterizedTest
  @EnumSource(PmsIntegration.class)
  void garbageIsNeverAnAnswerAndNothingIsTaken(PmsIntegration integration) throws Exception {
    PmsSimulator pms = of(integration);
    pms.become(PmsMode.GARBAGE);

    for (int turn = 0; turn < 8; turn++) {
      int way = turn % 4;
      if (way == 2) { // hangs up half way
        assertThatThrownBy(() -> caller.confirm(pms, "b~r~1", "b", 1, "double"))
            .isInstanceOf(IOException.class);
      } else {
        HttpResponse<String> answer = caller.confirm(pms, "b~r~1", "b", 1, "double");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PmsCaller.took(answer)).isFalse();
        assertThat(PmsCaller.hadIt(answer)).isFalse();
        assertThat(answer.body().length() > 60_000_000).isEqualTo(way == 3);
      }
    }
    assertThat(pms.reservations()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PmsIntegration.class)
  void duplicateTakesEverythingOnceAndNeverSaysTaken(PmsIntegration integration) throws Exception {
    PmsSimulator pms = of(integration);
    pms.become(PmsMode.DUPLICATE);
    int lost = 0;
    for (int i = 0; i < 6; i++) {
      String booking = "b" + i;
      try {
        assertThat(PmsCaller.hadIt(caller.confirm(pms, booking + "~r~1", booking, 1, "double")))
            .isTrue();
      } catch (IOException noAnswer) {
        lost++;
      }
      assertThat(PmsCaller.hadIt(caller.confirm(pms, booking + "~r~1", booking, 1, "double")))
          .as("asked again")
          .isTrue();
    }
    assertThat(lost).isEqualTo(2);
    assertThat(pms.reservations()).hasSize(6);
  }

  @ParameterizedTest
  @EnumSource(PmsIntegration.class)
  void aRestartKeepsReservationsAndThePort(PmsIntegration integration) throws Exception {
    PmsSimulator pms = of(integration);
    caller.confirm(pms, "b~r~1", "b", 1, "double");

    pms.kill();
    assertThatThrownBy(() -> caller.confirm(pms, "b~r~1", "b", 1, "double"))
        .isInstanceOf(IOException.class);
    pms.restart();

    assertThat(PmsCaller.hadIt(caller.confirm(pms, "b~r~1", "b", 1, "double"))).isTrue();
    assertThat(pms.reservations()).hasSize(1);
  }

  @Test
  void aMessageThatMakesNoSenseIsRefusedForGood() throws Exception {
    assertThat(caller.post(json, "/reservations", "e", "{\"eventId\":\"e\"}").statusCode())
        .isEqualTo(400);
    assertThat(caller.post(json, "/reservations", "other", PmsCaller.jsonOf("e", "b")).statusCode())
        .as("a key that is not the event's")
        .isEqualTo(400);
    assertThat(caller.post(xml, "", "e", "<a/>").body()).contains("Code=\"320\"");
    assertThat(caller.post(json, "/elsewhere", "e", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void aDocumentWithADtdIsRefusedAndItsEntitiesAreNeverLookedAt() throws Exception {
    String hostile =
        """
        <!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>
        <OTA_HotelResNotifRQ xmlns="http://www.opentravel.org/OTA/2003/05" EchoToken="&file;"/>
        """;
    assertThat(caller.post(xml, "", "e", hostile).body())
        .contains("without a DTD")
        .doesNotContain("root:");
  }

  @Test
  void availabilityIsNoted() throws Exception {
    String notice =
        """
        <OTA_HotelAvailNotifRQ xmlns="http://www.opentravel.org/OTA/2003/05" EchoToken="n1">
          <AvailStatusMessages HotelCode="P"/></OTA_HotelAvailNotifRQ>
        """;
    assertThat(caller.post(xml, "", "n1", notice).body())
        .contains("OTA_HotelAvailNotifRS", "EchoToken=\"n1\"", "<Success/>");
    assertThat(xml.report().event("n1").takenAt()).isPresent();
    assertThat(xml.reservations()).isEmpty();
  }

  private PmsSimulator of(PmsIntegration integration) {
    return switch (integration) {
      case JSON -> json;
      case OPENTRAVEL -> xml;
    };
  }
}
