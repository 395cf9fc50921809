package com.globalbooking.hotbookingchecker;

import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.NOW;
import static com.globalbooking.domain.contract.Sample.ONE_NIGHT;
import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.THREE_NIGHTS;
import static com.globalbooking.domain.contract.Sample.allotment;
import static com.globalbooking.domain.contract.Sample.booking;
import static com.globalbooking.domain.contract.Sample.madeAt;
import static com.globalbooking.domain.contract.Sample.night;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.domain.Booking;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.Twins;
import com.globalbooking.domain.fake.InMemoryRegion;
import com.globalbooking.domain.fake.InMemoryRegion.Item;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole function, from the event of the stream to what the resolver is handed. */
@QuarkusTest
class BookingStreamHandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject InMemoryRegion region;
  @Inject TestPorts.Queue queue;
  @Inject TestPorts.Letters letters;
  @Inject ByteArrayOutputStream log;

  private int records;

  @BeforeEach
  void startAnew() {
    queue.sent.clear();
    queue.refused.clear();
    letters.all.clear();
    log.reset();
    for (int day = 0; day < 3; day++) {
      put(new Item.OfAllotment(allotment(day, 5)));
    }
  }

  @Test
  void handsOverEachShortNightOfAStayOnceThoughTwoBookingsHaveAPartInIt() throws Exception {
    put(new Item.OfAllotment(allotment(0, -2)));
    put(new Item.OfAllotment(allotment(2, -1)));
    Booking shortStay = booking("bk-a", ONE_NIGHT, 1);
    Booking longStay = booking("bk-b", THREE_NIGHTS, 1);

    assertThat(failures(inserted(shortStay), inserted(longStay))).isEmpty();

    assertThat(queue.sent)
        .containsExactlyInAnyOrder(
            new Overbooking(night(0), HERE, 2, 7), new Overbooking(night(2), HERE, 1, 7));
    assertThat(log.toString(UTF_8)).contains("\"DetectedConflicts\":2");
  }

  @Test
  void handsOverTheOwnLaterTwinWhicheverOfTheTwoArrives() throws Exception {
    Booking ours = madeAt(booking("bk-c", ONE_NIGHT, 1), NOW.plusMillis(5));
    Booking theirs = booking("bk-c", THERE, ONE_NIGHT, 1);
    put(new Item.OfBooking(ours));
    put(new Item.OfBooking(theirs));

    assertThat(failures(inserted(theirs))).isEmpty();
    assertThat(failures(inserted(ours))).isEmpty();

    assertThat(queue.sent)
        .containsOnly(new Twins(ROOM.property(), ours.id(), HERE, THERE, 1))
        .hasSize(2);
  }

  @Test
  void leavesTheTwinOfAnotherRegionAndACancelledBookingAlone() throws Exception {
    put(new Item.OfAllotment(allotment(0, -2)));
    Booking ours = booking("bk-d", ONE_NIGHT, 1);
    Booking theirs = madeAt(booking("bk-d", THERE, ONE_NIGHT, 1), NOW.plusMillis(5));
    put(new Item.OfBooking(ours));
    put(new Item.OfBooking(theirs));

    assertThat(failures(inserted(theirs), inserted(ours.cancelled()))).isEmpty();

    assertThat(queue.sent).isEmpty();
    assertThat(log.toString(UTF_8)).isEmpty();
  }

  @Test
  void onlyTheRecordsWhoseConflictWasNotTakenComeAgain() throws Exception {
    put(new Item.OfAllotment(allotment(0, -2)));
    put(new Item.OfAllotment(allotment(1, -1)));
    queue.refused.add(new Overbooking(night(1), HERE, 1, 7));

    List<String> failed =
        failures(
            inserted(booking("bk-e", ONE_NIGHT, 1)), inserted(booking("bk-f", THREE_NIGHTS, 1)));

    assertThat(failed).containsExactly("2");
    assertThat(queue.sent).containsExactly(new Overbooking(night(0), HERE, 2, 7));
  }

  @Test
  void putsAsideWhatIsNoBookingAndTakesTheRest() throws Exception {
    put(new Item.OfAllotment(allotment(0, -2)));
    String strange = inserted(booking("bk-g", ONE_NIGHT, 1)).replace("CONFIRMED", "LOST");

    assertThat(failures(strange, inserted(booking("bk-h", ONE_NIGHT, 1)))).isEmpty();

    assertThat(letters.all).extracting("id", "reason").hasSize(1);
    assertThat(letters.all.getFirst().id()).isEqualTo("1");
    assertThat(queue.sent).hasSize(1);
  }

  private void put(Item item) {
    region.receive(item);
  }

  private String inserted(Booking booking) {
    records++;
    return """
        {"eventName":"INSERT","eventSourceARN":"arn:stream","dynamodb":{
         "SequenceNumber":"%d","ApproximateCreationDateTime":1795176000,"NewImage":{
          "booking_id":{"S":"%s"},"deciding_region":{"S":"%s"},"property_id":{"S":"%s"},
          "room_id":{"S":"%s"},"check_in":{"S":"%s"},"check_out":{"S":"%s"},
          "status":{"S":"%s"},"units":{"N":"1"}}}}"""
        .formatted(
            records,
            booking.id(),
            booking.decidedBy(),
            booking.room().property(),
            booking.room().id(),
            booking.stay().checkIn(),
            booking.stay().checkOut(),
            booking.status());
  }

  private static List<String> failures(String... records) throws Exception {
    String event = Stream.of(records).collect(Collectors.joining(",", "{\"Records\":[", "]}"));
    String answer =
        given()
            .contentType("application/json")
            .body(event)
            .post("/_lambda_")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return JSON.readTree(answer).path("batchItemFailures").findValuesAsText("itemIdentifier");
  }
}
