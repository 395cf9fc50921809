package com.globalbooking.eventpublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.globalbooking.contract.DomainEvent;
import com.globalbooking.contract.DomainEvent.BookingConfirmed;
import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.events.EventJson;
import com.globalbooking.eventsources.DeadLetterQueue.DeadLetter;
import com.globalbooking.functiontests.EventServer;
import com.globalbooking.functiontests.StreamEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole function, from the event of the stream to what leaves. */
@QuarkusTest
class OutboxStreamHandlerTest {
  @Inject TestPorts.Topic topic;
  @Inject TestPorts.Bus bus;
  @Inject TestPorts.Directory directory;
  @Inject TestPorts.Letters letters;

  @BeforeEach
  void startAnew() {
    topic.taken.clear();
    topic.sizes.clear();
    topic.refusing.clear();
    bus.taken.clear();
    bus.refusing.clear();
    directory.known.clear();
    directory.up = true;
    letters.all.clear();
    letters.up = true;
  }

  @Test
  void publishesEachEventAsItStandsInTheOutboxToTopicAndBus() throws Exception {
    directory.known.put("lisbon", "opera");
    directory.known.put("porto", "sabre");

    assertThat(publish(event("1", "lisbon"), event("2", "porto"), event("3", "faro"))).isEmpty();

    assertThat(topic.takenIds()).containsExactly("1", "2", "3");
    assertThat(topic.taken.getFirst().event().json())
        .isEqualTo(EventJson.write(event("1", "lisbon")));
    assertThat(topic.taken)
        .extracting(EventTopic.Message::pms)
        .containsExactly(
            Optional.of(PmsIntegration.JSON),
            Optional.of(PmsIntegration.OPENTRAVEL),
            Optional.empty());
    assertThat(bus.taken).containsExactly("1", "2", "3");
  }

  @Test
  void publishesTheEventsOfAPropertyOneAfterTheOtherAndOthersMeanwhile() throws Exception {
    assertThat(
            publish(
                event("1", "lisbon"),
                event("2", "lisbon"),
                event("3", "porto"),
                event("4", "lisbon")))
        .isEmpty();

    assertThat(topic.takenIds()).containsExactly("1", "3", "2", "4");
    assertThat(topic.sizes).containsExactly(2, 1, 1);
  }

  @Test
  void afterAnEventThatFailedNoLaterOneOfItsPropertyIsPublished() throws Exception {
    topic.refusing.add("2");

    assertThat(
            publish(
                event("1", "lisbon"),
                event("2", "lisbon"),
                event("3", "porto"),
                event("4", "lisbon")))
        .containsExactly("2", "4");

    assertThat(topic.takenIds()).containsExactly("1", "3");
    assertThat(bus.taken).containsExactlyInAnyOrder("1", "3");
  }

  @Test
  void anEventThatTheBusRefusesComesAgain() throws Exception {
    bus.refusing.add("1");

    assertThat(publish(event("1", "lisbon"), event("2", "lisbon"))).containsExactly("1");

    assertThat(topic.takenIds()).containsExactly("1", "2");
  }

  @Test
  void publishesNothingWhileNobodyCanTellThePms() throws Exception {
    directory.up = false;

    assertThat(publish(event("1", "lisbon"), event("2", "porto"))).containsExactly("1", "2");

    assertThat(topic.taken).isEmpty();
    assertThat(bus.taken).isEmpty();
  }

  @Test
  void aPmsThatNobodyConfiguredIsToldToPeopleAndKeepsNothingBack() throws Exception {
    directory.known.put("lisbon", "unheard-of");

    assertThat(publish(event("1", "lisbon"))).isEmpty();

    assertThat(topic.taken.getFirst().pms()).isEmpty();
    assertThat(letters.all)
        .containsExactly(
            new DeadLetter(
                StreamEvent.STREAM,
                "1",
                "not told to the PMS: its connection is not configured",
                Optional.empty()));

    letters.up = false;
    assertThat(publish(event("1", "lisbon"))).containsExactly("1");
  }

  @Test
  void putsAsideWhatIsNoEventAndPublishesTheRest() throws Exception {
    StreamEvent batch =
        new StreamEvent()
            .inserted(Map.of("payload", "{\"eventType\":\"Unheard\",\"schemaVersion\":1}"))
            .inserted(Map.of("event_type", "BookingConfirmed"))
            .inserted(Map.of("payload", EventJson.write(event("3", "lisbon"))));

    assertThat(EventServer.failures(batch.json())).isEmpty();

    assertThat(topic.takenIds()).containsExactly("3");
    assertThat(letters.all)
        .extracting(DeadLetter::id, DeadLetter::reason)
        .containsExactly(
            tuple("1", "event: eventType is not known"), tuple("2", "item has no string payload"));
  }

  @Test
  void anEventThatIsTooLargeIsPutAside() throws Exception {
    String large = EventJson.write(event("1", "lisbon")) + " ".repeat(250_000);

    assertThat(EventServer.failures(new StreamEvent().inserted(Map.of("payload", large)).json()))
        .isEmpty();

    assertThat(topic.taken).isEmpty();
    assertThat(letters.all).hasSize(1);
  }

  @Test
  void whatLeavesTheOutboxIsNotPublishedAgain() throws Exception {
    Map<String, String> item = Map.of("payload", EventJson.write(event("1", "lisbon")));

    assertThat(EventServer.failures(new StreamEvent().removed(item).modified(item).json()))
        .isEmpty();

    assertThat(topic.taken).isEmpty();
    assertThat(letters.all).isEmpty();
  }

  private static List<String> publish(DomainEvent... events) throws Exception {
    var batch = new StreamEvent();
    for (DomainEvent event : events) {
      batch.inserted(Map.of("payload", EventJson.write(event)));
    }
    return EventServer.failures(batch.json());
  }

  private static DomainEvent event(String id, String property) {
    return new BookingConfirmed(
        id,
        Sample.NOW,
        "bk-" + id,
        "us-west-2",
        property,
        "double",
        Sample.FIRST,
        Sample.FIRST.plusDays(1),
        1,
        1);
  }
}
