package com.globalbooking.auditwriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.auditwriter.TestPorts.Journal;
import com.globalbooking.auditwriter.TestPorts.Queues;
import com.globalbooking.contract.DomainEvent;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.events.EventJson;
import com.globalbooking.eventsources.DeadLetterQueue.DeadLetter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole function, from the batch that Lambda makes to what it answers. */
@QuarkusTest
class AuditQueueHandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUEUE = "arn:aws:sqs:us-west-2:000000000000:audit";
  private static final String NONE_FAILED = "{\"batchItemFailures\":[]}";
  private static final DomainEvent FIRST = Sample.confirmed("bk-1", "lisbon");
  private static final DomainEvent SECOND = Sample.confirmed("bk-2", "lisbon");

  @Inject Journal journal;
  @Inject Queues queues;

  @BeforeEach
  void empty() {
    journal.rows.clear();
    journal.refuses.clear();
    journal.isUp = true;
    queues.letters.clear();
    queues.invisible.clear();
    queues.takesLetters = true;
  }

  @Test
  void appendsEachEventOnceHoweverOftenItComes() {
    assertThat(handle(message("1", FIRST), message("2", SECOND))).isEqualTo(NONE_FAILED);
    assertThat(handle(message("3", FIRST))).isEqualTo(NONE_FAILED);

    assertThat(journal.rows.values()).containsExactly(FIRST, SECOND);
  }

  @Test
  void whileTheDatabaseIsDownEverythingComesAgainAndNothingIsPutAside() {
    journal.isUp = false;

    assertThat(handle(message("1", FIRST), message("2", SECOND)))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"},{\"itemIdentifier\":\"2\"}]}");

    assertThat(queues.letters).isEmpty();
    assertThat(queues.invisible).containsOnlyKeys("handle-1", "handle-2");
    assertThat(queues.invisible.values())
        .allMatch(pause -> pause.compareTo(Duration.ofMinutes(5)) <= 0);
  }

  @Test
  void anEventThatTheDatabaseRefusesIsPutAsideAndHoldsUpNoOther() {
    journal.refuses.add(FIRST.eventId());

    assertThat(handle(message("1", FIRST), message("2", SECOND))).isEqualTo(NONE_FAILED);

    assertThat(journal.rows.values()).containsExactly(SECOND);
    assertThat(queues.letters)
        .containsExactly(
            new DeadLetter(
                QUEUE,
                "1",
                "the audit database refuses it: error 1406",
                Optional.of(EventJson.write(FIRST))));
  }

  @Test
  void anEventThatCannotBePutAsideComesAgain() {
    journal.refuses.add(FIRST.eventId());
    queues.takesLetters = false;

    assertThat(handle(message("1", FIRST), message("2", SECOND)))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
  }

  @Test
  void whatIsNoEventIsPutAsideAndTheRestGoesThrough() {
    assertThat(handle(message("1", "{}"), message("2", SECOND))).isEqualTo(NONE_FAILED);

    assertThat(journal.rows.values()).containsExactly(SECOND);
    assertThat(queues.letters).extracting(DeadLetter::id).containsExactly("1");
  }

  private static ObjectNode message(String id, DomainEvent event) {
    return message(id, EventJson.write(event));
  }

  private static ObjectNode message(String id, String body) {
    ObjectNode message =
        JSON.createObjectNode()
            .put("messageId", id)
            .put("receiptHandle", "handle-" + id)
            .put("eventSourceARN", QUEUE)
            .put("body", body);
    message.putObject("attributes").put("ApproximateReceiveCount", "3");
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
