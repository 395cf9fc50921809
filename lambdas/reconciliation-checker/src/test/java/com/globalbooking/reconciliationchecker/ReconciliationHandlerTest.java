package com.globalbooking.reconciliationchecker;

import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.ONE_NIGHT;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.domain.contract.Sample.night;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.PmsStatements.Reservation;
import com.globalbooking.domain.fake.InMemoryAudit;
import com.globalbooking.domain.fake.InMemoryAvailabilityCache;
import com.globalbooking.domain.fake.InMemoryPms;
import com.globalbooking.domain.fake.InMemoryRegion;
import com.globalbooking.domain.fake.InMemoryRegion.Item;
import com.globalbooking.events.DecidedEvents;
import com.globalbooking.events.EventJson;
import com.globalbooking.functiontests.EventServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole function, from the state machine's call to its answer. */
@QuarkusTest
class ReconciliationHandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Booking BOOKING = booking("bk-1", ONE_NIGHT, 2);
  private static final Allotment RIGHT = new Allotment(night(0), HERE, 20, 18, 7);

  @Inject InMemoryRegion region;
  @Inject InMemoryAvailabilityCache cache;
  @Inject InMemoryAudit audit;
  @Inject InMemoryPms pms;
  @Inject ByteArrayOutputStream log;

  @BeforeEach
  void everythingAgrees() {
    region.receive(new Item.OfAllotment(RIGHT));
    region.receive(new Item.OfBooking(BOOKING));
    cache.setUp(true);
    cache.lose();
    cache.put(List.of(RIGHT));
    audit.add("bk-1~us-west-2~1");
    pms.put(
        ROOM.property(),
        new Reservation(BOOKING.id(), HERE, ROOM.id(), ONE_NIGHT, BOOKING.units(), true, 1));
    log.reset();
  }

  @Test
  void answersAFirstLookInTheShapeThatTheStateMachineReads() throws Exception {
    assertThat(look(JSON.createArrayNode()).toString())
        .isEqualTo(
            """
            {"segment":0,"segments":4,"driftDetected":false,"suspects":[],"conflicts":[],\
            "coverage":{"roomNights":1,"bookings":1,"segmentFinished":true,"unavailable":[]},\
            "healed":0,"durationMs":0}""");
    assertThat(log.toString(UTF_8)).isEmpty();
  }

  @Test
  void accusesInTheSecondLookOnlyHealsTheCacheAndCounts() throws Exception {
    cache.lose();
    audit.lose("bk-1~us-west-2~1");

    JsonNode first = look(JSON.createArrayNode());
    assertThat(first.path("driftDetected").asBoolean()).isFalse();
    assertThat(first.path("suspects").findValuesAsText("kind"))
        .containsExactlyInAnyOrder("cache", "audit");
    assertThat(log.toString(UTF_8)).isEmpty();

    JsonNode second = look(first.path("suspects"));
    assertThat(second.path("driftDetected").asBoolean()).isTrue();
    assertThat(second.path("suspects")).isEmpty();
    assertThat(second.path("healed").asInt()).isEqualTo(1);
    assertThat(cache.find(ROOM.property(), new DateRange(FIRST, FIRST)).allotments())
        .containsExactly(RIGHT);
    assertThat(log.toString(UTF_8)).contains("\"Drift\":2");
  }

  @Test
  void handsOverAConflictAsTheResolverTakesIt() throws Exception {
    var overbooked = new Allotment(night(0), HERE, 1, -1, 8);
    region.receive(new Item.OfAllotment(overbooked));
    cache.put(List.of(overbooked));

    JsonNode conflicts = look(look(JSON.createArrayNode()).path("suspects")).path("conflicts");

    assertThat(conflicts).hasSize(1);
    assertThat(DecidedEvents.conflict(EventJson.read(conflicts.get(0))))
        .isEqualTo(new Overbooking(night(0), HERE, 1, 8));
  }

  @Test
  void namesWhatDidNotAnswer() throws Exception {
    cache.setUp(false);

    JsonNode coverage = look(JSON.createArrayNode()).path("coverage");

    assertThat(coverage.path("unavailable").toString()).isEqualTo("[\"cache\"]");
  }

  private static JsonNode look(JsonNode suspects) throws Exception {
    ObjectNode request = JSON.createObjectNode().put("segment", 0).put("segments", 4);
    request.set("suspects", suspects);
    return EventServer.post(request);
  }
}
