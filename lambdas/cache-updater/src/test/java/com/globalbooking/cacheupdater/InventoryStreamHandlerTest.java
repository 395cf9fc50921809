package com.globalbooking.cacheupdater;

import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.THERE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.RoomRank;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.domain.fake.InMemoryAvailabilityCache;
import com.globalbooking.eventsources.DeadLetterQueue.DeadLetter;
import com.globalbooking.functiontests.EventServer;
import com.globalbooking.functiontests.StreamEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole function, from the event of the stream to what stands in the cache. */
@QuarkusTest
class InventoryStreamHandlerTest {
  @Inject InMemoryAvailabilityCache cache;
  @Inject TestPorts.Letters letters;
  @Inject ByteArrayOutputStream log;

  @BeforeEach
  void startAnew() {
    cache.setUp(true);
    cache.lose();
    letters.all.clear();
    log.reset();
  }

  @Test
  void bringsChangesOfEveryRegionIntoTheCache() throws Exception {
    assertThat(
            EventServer.failures(
                new StreamEvent()
                    .inserted(item(HERE, 3, 1))
                    .modified(item(HERE, -2, 2))
                    .inserted(item(THERE, 5, 9))
                    .json()))
        .isEmpty();

    assertThat(cached()).containsExactlyInAnyOrder(allotment(HERE, -2, 2), allotment(THERE, 5, 9));
  }

  @Test
  void takesOutWhatWasRemovedAndALateChangeDoesNotBringItBack() throws Exception {
    post(new StreamEvent().inserted(item(HERE, 3, 4)).removed(item(HERE, 3, 5)));
    post(new StreamEvent().modified(item(HERE, 3, 5)));

    assertThat(cached()).isEmpty();
  }

  @Test
  void anOlderChangeThatComesAgainReplacesNothing() throws Exception {
    post(new StreamEvent().modified(item(HERE, 3, 8)));
    post(new StreamEvent().modified(item(HERE, 4, 7)));

    assertThat(cached()).containsExactly(allotment(HERE, 3, 8));
  }

  @Test
  void whenTheCacheDoesNotAnswerTheWholeBatchComesAgain() throws Exception {
    StreamEvent batch = new StreamEvent().inserted(item(HERE, 3, 1)).inserted(item(THERE, 4, 1));
    cache.setUp(false);
    assertThat(EventServer.failures(batch.json())).containsExactly("1", "2");
    assertThat(log.toString(UTF_8)).isEmpty();

    cache.setUp(true);
    assertThat(EventServer.failures(batch.json())).isEmpty();
    assertThat(cached()).hasSize(2);
  }

  @Test
  void putsAsideWhatIsNoAllotmentAndTakesTheRest() throws Exception {
    Map<String, Object> strange = new HashMap<>(item(HERE, 3, 1));
    strange.put("stay_date", "tomorrow");
    Map<String, Object> nameless = new HashMap<>(item(HERE, 3, 1));
    nameless.remove("room_id");

    assertThat(
            EventServer.failures(
                new StreamEvent()
                    .inserted(strange)
                    .inserted(nameless)
                    .inserted(item(HERE, 3, 1))
                    .json()))
        .isEmpty();

    assertThat(cached()).containsExactly(allotment(HERE, 3, 1));
    assertThat(letters.all)
        .containsExactly(
            new DeadLetter(StreamEvent.STREAM, "1", "item is no allotment", Optional.empty()),
            new DeadLetter(
                StreamEvent.STREAM, "2", "item has no string room_id", Optional.empty()));
  }

  @Test
  void saysHowLongThisRegionsChangesTookOncePerBatch() throws Exception {
    post(
        new StreamEvent()
            .inserted(item(HERE, 3, 1))
            .inserted(item(THERE, 3, 1))
            .modified(item(HERE, 2, 2)));

    assertThat(log.toString(UTF_8))
        .contains("\"CacheDelay\":[350.0,350.0]")
        .contains("\"Function\":\"cache-updater\"")
        .hasLineCount(1);
  }

  private static void post(StreamEvent event) throws Exception {
    assertThat(EventServer.failures(event.json())).isEmpty();
  }

  private List<Allotment> cached() {
    return cache.find(ROOM.property(), new DateRange(FIRST, FIRST)).allotments();
  }

  private static Allotment allotment(Region owner, int available, long version) {
    return new Allotment(
        new RoomNight(ROOM, FIRST), owner, 20, available, new RoomRank(70), version);
  }

  private static Map<String, Object> item(Region owner, int available, long version) {
    return Map.of(
        "booking_key",
        "lisbon-01#double#" + FIRST,
        "owner_region",
        owner.code(),
        "property_id",
        "lisbon-01",
        "room_id",
        "double",
        "stay_date",
        FIRST.toString(),
        "allotted_units",
        20,
        "available_units",
        available,
        "room_rank",
        70,
        "version",
        version,
        "updated_at",
        Sample.NOW.minusMillis(350).toString());
  }
}
