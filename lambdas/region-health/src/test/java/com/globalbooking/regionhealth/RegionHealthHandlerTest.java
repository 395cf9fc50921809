package com.globalbooking.regionhealth;

import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.THERE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.contract.ScheduledTask;
import com.globalbooking.domain.VirtualTime;
import com.globalbooking.domain.fake.InMemoryHeartbeats;
import com.globalbooking.domain.fake.InMemoryProbes;
import com.globalbooking.domain.health.Heartbeats.Sighting;
import com.globalbooking.domain.health.Probe;
import com.globalbooking.domain.health.RegionAlarm.State;
import com.globalbooking.functiontests.EventServer;
import com.globalbooking.regionhealth.TestPorts.Alarm;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole function, from the event to its answer. */
@QuarkusTest
class RegionHealthHandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TOO_OLD = Duration.ofMillis(5_001);
  private static final Set<Probe> ALL = Set.of(Probe.values());

  @Inject InMemoryProbes probes;
  @Inject InMemoryHeartbeats heartbeats;
  @Inject Alarm alarm;
  @Inject VirtualTime time;
  @Inject ByteArrayOutputStream log;
  @Inject RegionHealthHandler handler;

  @BeforeEach
  void everythingIsWell() throws Exception {
    probes.fail(Set.of());
    heartbeats.setUp(true);
    heartbeats.receive(THERE, new Sighting.Absent());
    alarm.set(State.OK);
    time.pass(TOO_OLD);
    health(200);
    log.reset();
  }

  @Test
  void saysWithoutATokenWhatWasProbedAndHowOldThatIs() throws Exception {
    Instant at = time.instant();
    time.pass(Duration.ofSeconds(3));

    JsonNode answer = EventServer.post(request());

    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer.path("headers").path("cache-control").asText()).isEqualTo("no-store");
    assertThat(answer.path("headers").path("content-type").asText()).isEqualTo("application/json");
    assertThat(answer.path("body").asText())
        .isEqualTo(
            """
            {"status":"UP","region":"us-west-2","at":"%s","failedRoundsInARow":0,"probes":{\
            "inventory":{"ok":true,"failedInARow":0},"bookings":{"ok":true,"failedInARow":0},\
            "regions":{"ok":true,"failedInARow":0},"control":{"ok":true,"failedInARow":0}},\
            "ageMs":3000}"""
                .formatted(at));
  }

  @Test
  void probesAnewWhenTheLastRoundIsTooOld() throws Exception {
    time.pass(TOO_OLD);

    assertThat(health(200).path("ageMs").asInt()).isZero();
    assertThat(probes.written()).contains(time.instant());
  }

  @Test
  void isDownAfterThreeFailedRoundsInARowAndUpAfterOneThatSucceeds() throws Exception {
    probes.fail(Set.of(Probe.BOOKINGS));
    for (int round = 1; round <= 2; round++) {
      time.pass(TOO_OLD);
      JsonNode up = health(200);
      assertThat(up.path("status").asText()).isEqualTo("UP");
      assertThat(up.at("/probes/bookings/ok").asBoolean()).isFalse();
      assertThat(up.path("failedRoundsInARow").asInt()).isEqualTo(round);
    }
    // The same round once more is no other round.
    health(200);

    time.pass(TOO_OLD);
    JsonNode down = health(503);
    assertThat(down.path("status").asText()).isEqualTo("DOWN");
    assertThat(down.at("/probes/bookings/failedInARow").asInt()).isEqualTo(3);
    assertThat(down.at("/probes/inventory/ok").asBoolean()).isTrue();
    assertThat(down.toString()).doesNotContain("secret-account-data");
    health(503);

    probes.fail(Set.of());
    health(503);
    time.pass(TOO_OLD);
    assertThat(health(200).path("status").asText()).isEqualTo("UP");
  }

  @Test
  void sendsAHeartbeatAndSaysWhatItFoundAndDid() throws Exception {
    long version = heartbeats.predecessor(HERE).version();
    Instant seen = time.instant().minusMillis(1_500);
    heartbeats.receive(THERE, new Sighting.Seen(seen));
    time.pass(TOO_OLD);
    Instant now = time.instant();

    assertThat(beat().toString())
        .isEqualTo(
            """
            {"region":"us-west-2","healthy":true,"at":"%s","failedRoundsInARow":0,"probes":{\
            "inventory":{"ok":true,"failedInARow":0},"bookings":{"ok":true,"failedInARow":0},\
            "regions":{"ok":true,"failedInARow":0},"control":{"ok":true,"failedInARow":0}},\
            "alarm":"OK","heartbeat":{"written":true,"version":%d},\
            "others":{"eu-west-1":{"state":"HEARD","at":"%s","ageMs":6501}}}"""
                .formatted(now, version + 1, seen));
    assertThat(heartbeats.sightings(List.of(HERE))).isEqualTo(Map.of(HERE, new Sighting.Seen(now)));
    assertThat(heartbeats.predecessor(HERE).hears()).isEqualTo(Map.of(THERE, seen));
    assertThat(metric("RegionHealthy").path("RegionHealthy").asInt()).isEqualTo(1);
    JsonNode age = metric("HeartbeatAge");
    assertThat(age.path("HeartbeatAge").asDouble()).isEqualTo(6.501);
    assertThat(age.path("OtherRegion").asText()).isEqualTo("eu-west-1");
    assertThat(age.path("Environment").asText()).isEqualTo("test");
  }

  @Test
  void oneFailedRoundIsUnhealthyAndCountsForHealthToo() throws Exception {
    probes.fail(ALL);

    assertThat(beat().path("healthy").asBoolean()).isFalse();
    assertThat(metric("RegionHealthy").path("RegionHealthy").asInt(-1)).isZero();
    assertThat(health(200).path("failedRoundsInARow").asInt()).isEqualTo(1);
  }

  @Test
  void aRaisedAlarmIsUnhealthyAndAnUnknownOneIsNot() throws Exception {
    alarm.set(State.ALARM);
    JsonNode raised = beat();
    assertThat(raised.path("healthy").asBoolean(true)).isFalse();
    assertThat(raised.path("alarm").asText()).isEqualTo("ALARM");
    assertThat(metric("RegionHealthy").path("RegionHealthy").asInt(-1)).isZero();
    health(200);

    log.reset();
    alarm.set(State.UNKNOWN);
    assertThat(beat().path("healthy").asBoolean()).isTrue();
    assertThat(metric("RegionHealthy").path("RegionHealthy").asInt()).isEqualTo(1);
  }

  @Test
  void emitsNoAgeOfWhatWasNotHeard() throws Exception {
    heartbeats.receive(THERE, new Sighting.Malformed());
    assertThat(beat().at("/others/eu-west-1/state").asText()).isEqualTo("MALFORMED");
    heartbeats.receive(THERE, new Sighting.Seen(time.instant().plus(TOO_OLD)));
    assertThat(beat().at("/others/eu-west-1/state").asText()).isEqualTo("FROM_THE_FUTURE");
    heartbeats.receive(THERE, new Sighting.Unread());
    assertThat(beat().at("/others/eu-west-1/state").asText()).isEqualTo("UNREAD");
    heartbeats.receive(THERE, new Sighting.Absent());
    assertThat(beat().at("/others/eu-west-1/state").asText()).isEqualTo("NEVER_HEARD");

    assertThat(log.toString(UTF_8)).doesNotContain("HeartbeatAge");
  }

  @Test
  void saysThatAHeartbeatWasNotWrittenAndIsHealthyAllTheSame() throws Exception {
    heartbeats.setUp(false);

    JsonNode answer = beat();

    assertThat(answer.path("heartbeat").toString()).isEqualTo("{\"written\":false}");
    assertThat(answer.path("others").toString()).isEqualTo("{}");
    assertThat(answer.path("healthy").asBoolean()).isTrue();
    assertThat(metric("RegionHealthy").path("RegionHealthy").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"task\":\"heartbeats\"}",
        "{\"task\":{\"heartbeat\":1}}",
        "{\"routeKey\":7}",
        "{\"Records\":[]}",
        "[]",
        "\"heartbeat\"",
        ""
      })
  void whatIsNeitherARequestNorTheTaskFails(String event) {
    assertThatThrownBy(
            () ->
                handler.handle(
                    new ByteArrayInputStream(event.getBytes(UTF_8)),
                    OutputStream.nullOutputStream()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("neither a request of the API")
        .hasMessageContaining("{\"task\":\"heartbeat\"}");
  }

  @Test
  void knowsNoOtherRoute() throws Exception {
    JsonNode answer = EventServer.post(JSON.readTree("{\"routeKey\":\"POST /book\"}"));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(404);
  }

  private JsonNode metric(String name) throws Exception {
    for (String line : log.toString(UTF_8).lines().toList()) {
      if (line.contains("\"Name\":\"" + name + "\"")) {
        return JSON.readTree(line);
      }
    }
    throw new AssertionError("no " + name + " in " + log.toString(UTF_8));
  }

  private static JsonNode beat() throws Exception {
    return EventServer.post(JSON.readTree(ScheduledTask.HEARTBEAT_EVENT));
  }

  private static JsonNode health(int status) throws Exception {
    JsonNode answer = EventServer.post(request());
    assertThat(answer.path("statusCode").asInt()).isEqualTo(status);
    return JSON.readTree(answer.path("body").asText());
  }

  private static JsonNode request() throws Exception {
    return JSON.readTree("{\"version\":\"2.0\",\"routeKey\":\"GET /health\"}");
  }
}
