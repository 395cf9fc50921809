package com.globalbooking.pmssyncworker;

import static com.globalbooking.domain.contract.Sample.NOW;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.contract.DomainEvent;
import com.globalbooking.contract.DomainEvent.OverbookingDetected;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.domain.fake.InMemoryPmsControl;
import com.globalbooking.domain.pms.PmsName;
import com.globalbooking.domain.pms.SyncState.Taken;
import com.globalbooking.events.EventJson;
import com.globalbooking.eventsources.DeadLetterQueue.DeadLetter;
import com.globalbooking.pmssyncworker.TestPorts.Hotel;
import com.globalbooking.pmssyncworker.TestPorts.Queues;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole function, from the batch that Lambda makes to what it answers. */
@QuarkusTest
class PmsQueueHandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUEUE = "arn:aws:sqs:us-west-2:000000000000:pms-json.fifo";

  @Inject InMemoryPmsControl control;
  @Inject Hotel hotel;
  @Inject Queues queues;

  @BeforeEach
  void connect() {
    control.connect(new PropertyId("lisbon"), new PmsName("opera"));
    control.connect(new PropertyId("porto"), new PmsName("mews"));
    hotel.told.clear();
    queues.letters.clear();
    queues.invisible.clear();
  }

  @Test
  void tellsThePmsAndAnswersThatNothingFailed() {
    DomainEvent event = Sample.confirmed("bk-a1", "lisbon");

    assertThat(handle(message("1", event))).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(hotel.told).containsExactly("opera BookingConfirmed bk-a1");
    assertThat(control.read(Sample.confirmed("bk-a1", "lisbon"))).isEqualTo(new Taken(1));
  }

  @Test
  void onlyWhatFailedAndWhatFollowsItInItsPropertyComesAgainAndSoon() {
    hotel.busyFor.add("bk-b2");

    String answer =
        handle(
            message("1", Sample.confirmed("bk-b1", "lisbon")),
            message("2", Sample.confirmed("bk-b2", "lisbon")),
            message("3", Sample.confirmed("bk-b3", "lisbon")),
            message("4", Sample.confirmed("bk-b4", "porto")));

    assertThat(answer)
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"},{\"itemIdentifier\":\"3\"}]}");
    assertThat(hotel.told)
        .containsExactlyInAnyOrder(
            "opera BookingConfirmed bk-b1",
            "opera BookingConfirmed bk-b2",
            "mews BookingConfirmed bk-b4");
    assertThat(queues.invisible).containsOnlyKeys("handle-2", "handle-3");
    assertThat(queues.invisible.values()).containsOnly(Duration.ofSeconds(1));
  }

  @Test
  void whatIsRefusedForGoodIsPutAsideAsItCame() {
    hotel.refuses.add("bk-c1");
    DomainEvent event = Sample.confirmed("bk-c1", "lisbon");

    assertThat(handle(message("1", event))).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(queues.letters)
        .containsExactly(
            new DeadLetter(QUEUE, "1", "status 422", Optional.of(EventJson.write(event))));
  }

  @Test
  void whatIsNoEventIsPutAsideAndTheRestGoesThrough() {
    String good = EventJson.write(Sample.confirmed("bk-d1", "lisbon"));
    String longProperty = good.replace("lisbon", "l".repeat(100));

    assertThat(
            handle(
                message("1", "lisbon", "{}"),
                message("2", "lisbon", good),
                message("3", "x", longProperty)))
        .isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(hotel.told).containsExactly("opera BookingConfirmed bk-d1");
    assertThat(queues.letters).extracting(DeadLetter::id).containsExactlyInAnyOrder("1", "3");
  }

  @Test
  void whatIsNotForAPmsIsPassedOver() {
    var event =
        new OverbookingDetected("o1", NOW, "lisbon", "double", Sample.FIRST, "us-west-2", 1, 4);

    assertThat(handle(message("1", event))).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(hotel.told).isEmpty();
    assertThat(queues.letters).isEmpty();
  }

  private static ObjectNode message(String id, DomainEvent event) {
    return message(id, event.propertyId(), EventJson.write(event));
  }

  private static ObjectNode message(String id, String group, String body) {
    ObjectNode message =
        JSON.createObjectNode()
            .put("messageId", id)
            .put("receiptHandle", "handle-" + id)
            .put("eventSourceARN", QUEUE)
            .put("body", body);
    message
        .putObject("attributes")
        .put("MessageGroupId", group)
        .put("ApproximateReceiveCount", "1")
        .put("SentTimestamp", Long.toString(NOW.toEpochMilli()));
    return message;
  }

  private static String handle(ObjectNode... messages) {
    ObjectNode event = JSON.createObjectNode();
    var records = event.putArray("Records");
    for (ObjectNode message : messages) {
      records.add(message);
    }
    return given()
        .contentType("application/json")
        .body(event.toString())
        .post("/_lambda_")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
