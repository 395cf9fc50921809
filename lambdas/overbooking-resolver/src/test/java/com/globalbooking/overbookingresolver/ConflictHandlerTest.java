package com.globalbooking.overbookingresolver;

import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.ONE_NIGHT;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.SUITE;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.domain.contract.Sample.copy;
import static com.globalbooking.domain.contract.Sample.inSuite;
import static com.globalbooking.domain.contract.Sample.madeAt;
import static com.globalbooking.domain.contract.Sample.night;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.BookingStatus;
import com.globalbooking.domain.Conflict;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.Twins;
import com.globalbooking.domain.fake.InMemoryEscalations;
import com.globalbooking.domain.fake.InMemoryRegion;
import com.globalbooking.domain.fake.InMemoryRegion.Item;
import com.globalbooking.events.DecidedEvents;
import com.globalbooking.events.EventJson;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole function, from the queue's event, or the state machine's, to what became of it. */
@QuarkusTest
class ConflictHandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Overbooking SHORT = new Overbooking(night(0), HERE, 1, 7);
  private static final Booking GUEST = booking("bk-1", ONE_NIGHT, 1);
  private static final Booking PROTECTED =
      copy(booking("bk-2", ONE_NIGHT, 20), BookingStatus.CONFIRMED, 1, true);

  @Inject InMemoryRegion region;
  @Inject InMemoryEscalations escalations;
  @Inject TestPorts.Told people;
  @Inject TestPorts.Letters letters;
  @Inject ByteArrayOutputStream log;

  @BeforeEach
  void oneGuestTooMany() {
    put(new Item.OfAllotment(allotment(0, -1)));
    put(new Item.OfAllotment(inSuite(0, 5)));
    put(new Item.OfBooking(GUEST));
    put(new Item.OfBooking(PROTECTED));
    escalations.clear(night(0));
    people.messages.clear();
    people.up = true;
    letters.all.clear();
    log.reset();
  }

  @Test
  void movesAGuestAndDoesNothingWhenTheMessageComesAgain() throws Exception {
    assertThat(failures(message("1", event(SHORT)), message("2", event(SHORT)))).isEmpty();

    assertThat(region.find(GUEST.id())).containsExactly(GUEST.movedTo(SUITE));
    assertThat(log.toString(UTF_8)).containsOnlyOnce("\"ReassignedBookings\":1");
    assertThat(people.messages).isEmpty();
  }

  @Test
  void answersTheStateMachineInAStableShape() throws Exception {
    assertThat(conflict(event(SHORT)))
        .isEqualTo(
            "{\"conflict\":\"%s\",\"outcome\":\"RESOLVED\",\"movedBookings\":1,\"shortUnits\":0}"
                .formatted(SHORT.id()));
    assertThat(conflict(event(SHORT))).contains("\"outcome\":\"NOTHING_TO_DO\"");
    assertThat(conflict(event(new Overbooking(night(0), THERE, 1, 7))))
        .contains("\"outcome\":\"NOT_OURS\"");
  }

  @Test
  void tellsPeopleOnceWhatToDoWithoutGuestDataAndKeepsTheAlarmUp() throws Exception {
    put(new Item.OfAllotment(inSuite(0, 0)));

    assertThat(conflict(event(SHORT)))
        .contains("\"outcome\":\"ESCALATED\"")
        .contains("\"shortUnits\":1");
    assertThat(conflict(event(SHORT))).contains("\"outcome\":\"ESCALATED\"");

    assertThat(people.messages).hasSize(1);
    assertThat(people.messages.getFirst())
        .contains("lisbon-01", "double", "2026-12-24", "1 unit(s)", "us-west-2", "bk-1, bk-2")
        .doesNotContain(GUEST.guest().name(), GUEST.guest().email(), GUEST.guestId().subject());
    assertThat(log.toString(UTF_8).lines().filter(l -> l.contains("UnresolvedOverbookings\":1")))
        .hasSize(2);
  }

  @Test
  void whenPeopleCannotBeToldTheMessageComesAgain() throws Exception {
    put(new Item.OfAllotment(inSuite(0, 0)));
    people.up = false;

    assertThat(failures(message("1", event(SHORT)))).containsExactly("1");

    people.up = true;
    assertThat(failures(message("1", event(SHORT)))).isEmpty();
    assertThat(people.messages).hasSize(1);
  }

  @Test
  void toTheStateMachineAnUnfinishedConflictIsAnError() {
    put(new Item.OfAllotment(inSuite(0, 0)));
    people.up = false;

    given()
        .contentType("application/json")
        .body("{\"conflict\":" + event(SHORT) + "}")
        .post("/_lambda_")
        .then()
        .statusCode(500);
  }

  @Test
  void cancelsTheLaterTwinOnce() throws Exception {
    Booking ours = booking("bk-9", ONE_NIGHT, 1);
    put(new Item.OfBooking(ours));
    put(new Item.OfBooking(madeAt(booking("bk-9", THERE, ONE_NIGHT, 1), NOW.minusMillis(1))));
    var twins = new Twins(ROOM.property(), ours.id(), HERE, THERE, 1);

    assertThat(failures(message("1", event(twins)), message("2", event(twins)))).isEmpty();

    assertThat(region.find(ours.id())).contains(ours.cancelled());
    assertThat(region.read(List.of(night(0)), List.of(HERE)).getFirst().available()).isZero();
    assertThat(log.toString(UTF_8)).containsOnlyOnce("\"CancelledTwins\":1");
  }

  @Test
  void putsAsideWhatIsNoConflictAndTakesTheRest() throws Exception {
    String noConflict = EventJson.write(DecidedEvents.confirmed(GUEST));

    assertThat(
            failures(
                message("1", "nonsense"), message("2", noConflict), message("3", event(SHORT))))
        .isEmpty();

    assertThat(letters.all)
        .extracting("reason")
        .containsExactly("is not JSON", "is not about a conflict");
    assertThat(region.find(GUEST.id())).containsExactly(GUEST.movedTo(SUITE));
  }

  private void put(Item item) {
    region.receive(item);
  }

  private static String event(Conflict conflict) {
    return EventJson.write(DecidedEvents.detected(conflict, NOW));
  }

  private static ObjectNode message(String id, String body) {
    ObjectNode message =
        JSON.createObjectNode()
            .put("messageId", id)
            .put("eventSourceARN", "arn:queue")
            .put("body", body);
    message.putObject("attributes").put("MessageGroupId", "group-" + id);
    return message;
  }

  private static List<String> failures(ObjectNode... messages) throws Exception {
    ObjectNode event = JSON.createObjectNode();
    event.putArray("Records").addAll(List.<JsonNode>of(messages));
    return JSON.readTree(post(event.toString()))
        .path("batchItemFailures")
        .findValuesAsText("itemIdentifier");
  }

  private static String conflict(String event) {
    return post("{\"conflict\":" + event + "}");
  }

  private static String post(String event) {
    return given()
        .contentType("application/json")
        .body(event)
        .post("/_lambda_")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
