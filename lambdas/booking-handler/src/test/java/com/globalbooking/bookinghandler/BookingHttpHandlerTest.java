package com.globalbooking.bookinghandler;

import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.THERE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.bookinghandler.TestPorts.OtherRegion;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.fake.InMemoryRegion;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole function, from the event of API Gateway to its answer. */
@QuarkusTest
class BookingHttpHandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject InMemoryRegion region;
  @Inject OtherRegion otherRegion;

  @Test
  void booksAStayAndSaysWhatIsLeft() throws Exception {
    onSale("h1", 0, HERE, 5);
    onSale("h1", 1, HERE, 4);

    JsonNode answer = body(200, book("h1", 2, 2, null));

    assertThat(answer.path("success").asBoolean()).isTrue();
    assertThat(answer.path("bookingId").asText()).startsWith("bk-");
    assertThat(answer.path("status").asText()).isEqualTo("CONFIRMED");
    assertThat(answer.path("checkIn").asText()).isEqualTo("2026-12-24");
    assertThat(answer.path("checkOut").asText()).isEqualTo("2026-12-26");
    assertThat(answer.has("date")).isFalse();
    assertThat(answer.path("unitsBooked").asInt()).isEqualTo(2);
    assertThat(answer.path("remainingAvailability").asInt()).isEqualTo(2);
    assertThat(answer.path("region").asText()).isEqualTo("us-west-2");
  }

  @Test
  void givesTheSameBookingForTheSameKeyAndRefusesTheKeyForAnother() throws Exception {
    onSale("h2", 0, HERE, 5);

    JsonNode first = body(200, book("h2", 1, 1, "key-2"));
    JsonNode again = body(200, book("h2", 1, 1, "key-2"));
    JsonNode other = body(422, book("h2", 1, 2, "key-2"));

    assertThat(first.has("replayed")).isFalse();
    assertThat(first.path("date").asText()).isEqualTo("2026-12-24");
    assertThat(again.path("replayed").asBoolean()).isTrue();
    assertThat(again.path("bookingId")).isEqualTo(first.path("bookingId"));
    assertThat(again.path("remainingAvailability").asInt()).isEqualTo(4);
    assertThat(other.path("code").asText()).isEqualTo("IDEMPOTENCY_MISMATCH");
  }

  @Test
  void refusesASoldOutNightWithTheNumbers() throws Exception {
    onSale("h3", 0, HERE, 5);
    onSale("h3", 1, HERE, 1);

    JsonNode answer = body(409, book("h3", 2, 2, null));

    assertThat(answer.path("code").asText()).isEqualTo("SOLD_OUT");
    assertThat(answer.path("available").asInt()).isEqualTo(1);
    assertThat(answer.path("requested").asInt()).isEqualTo(2);
    assertThat(answer.path("night").asText()).isEqualTo("2026-12-25");
  }

  @Test
  void knowsNoRoomThatIsNotOnSale() throws Exception {
    assertThat(body(404, book("h4", 1, 1, null)).path("code").asText()).isEqualTo("NOT_FOUND");
  }

  @Test
  void letsOnlyTheGuestReadABooking() throws Exception {
    onSale("h5", 0, HERE, 5);
    String id = body(200, book("h5", 1, 1, null)).path("bookingId").asText();

    JsonNode own = body(200, read(id, "alice"));
    JsonNode others = body(404, read(id, "mallory"));

    assertThat(own.path("guestInfo").path("email").asText()).isEqualTo("alice@example.com");
    assertThat(others).isEqualTo(body(404, read("bk-unknown", "alice")));
  }

  @Test
  void passesOnTheAnswerOfTheRegionThatHasTheRoomsUnlessItWasAskedByOne() throws Exception {
    onSale("h6", 0, THERE, 5);
    ObjectNode request = book("h6", 1, 1, null);

    JsonNode answer = post(request);
    request.putObject("stageVariables").put("forwardedFrom", "eu-west-1");
    JsonNode forwarded = body(409, request);

    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer.path("headers").path("x-from").asText()).isEqualTo("eu-west-1");
    assertThat(answer.path("body").asText()).isEqualTo(OtherRegion.ANSWER.body());
    assertThat(otherRegion.asked()).containsExactly(THERE);
    assertThat(forwarded.path("code").asText()).isEqualTo("SOLD_OUT");
  }

  @Test
  void refusesAVersionThatHasChanged() throws Exception {
    onSale("h7", 0, HERE, 5);
    ObjectNode request = book("h7", 1, 1, null);
    request.put("body", request.path("body").asText().replace("}}", "},\"expectedVersion\":3}"));

    JsonNode answer = body(409, request);

    assertThat(answer.path("code").asText()).isEqualTo("VERSION_CONFLICT");
    assertThat(answer.path("actualVersion").asInt()).isEqualTo(7);
  }

  @Test
  void letsNobodyBookWithoutASubject() throws Exception {
    ObjectNode request = book("h8", 1, 1, null);
    request.remove("requestContext");

    body(401, request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          propertyId      | "propertyId":"h9"           | "propertyId":"h#9"
          roomId          | "roomId":"double"           | "roomId":""
          date            | "date":"2026-12-24"         | "date":"2026-02-30"
          units           | "units":1                   | "units":1.5
          guestInfo       | "guestInfo":{               | "guestInfo":[],"g":{
          guestInfo.name  | "name":"Alice Example"      | "name":""
          guestInfo.email | "email":"alice@example.com" | "email":"alice"
          unknown         | "units":1                   | "units":1,"unknown":1
          body            | "units":1                   | "units":1,"units":1
          """)
  void answersBadInputWith400AndTheField(String field, String good, String bad) throws Exception {
    ObjectNode request = book("h9", 1, 1, null);
    String body = request.path("body").asText();
    assertThat(body).contains(good);
    request.put("body", body.replace(good, bad));

    JsonNode answer = body(400, request);

    assertThat(answer.path("code").asText()).isEqualTo("INVALID_REQUEST");
    assertThat(answer.path("error").asText()).startsWith(answer.path("field").asText());
    if (!field.equals("guestInfo")) {
      assertThat(answer.path("field").asText()).isEqualTo(field);
    }
  }

  private void onSale(String property, int daysLater, Region owner, int available) {
    var room = new Room(new PropertyId(property), new RoomId("double"));
    var night = new RoomNight(room, FIRST.plusDays(daysLater));
    region.receive(
        new InMemoryRegion.Item.OfAllotment(new Allotment(night, owner, 20, available, 7)));
  }

  private static ObjectNode book(String property, int nights, int units, @Nullable String key) {
    ObjectNode event = event("POST /book", "alice");
    if (key != null) {
      event.putObject("headers").put("idempotency-key", key);
    }
    String dates =
        nights == 1
            ? "\"date\":\"" + FIRST + "\""
            : "\"checkIn\":\"" + FIRST + "\",\"checkOut\":\"" + FIRST.plusDays(nights) + "\"";
    return event.put(
        "body",
        "{\"propertyId\":\"%s\",\"roomId\":\"double\",%s,\"units\":%d,%s}"
            .formatted(
                property,
                dates,
                units,
                "\"guestInfo\":{\"name\":\"Alice Example\",\"email\":\"alice@example.com\"}"));
  }

  private static ObjectNode read(String id, String subject) {
    ObjectNode event = event("GET /bookings/{bookingId}", subject);
    event.putObject("pathParameters").put("bookingId", id);
    return event;
  }

  private static ObjectNode event(String routeKey, String subject) {
    ObjectNode event = JSON.createObjectNode().put("version", "2.0").put("routeKey", routeKey);
    event
        .putObject("requestContext")
        .putObject("authorizer")
        .putObject("jwt")
        .putObject("claims")
        .put("sub", subject);
    return event;
  }

  private static JsonNode body(int status, ObjectNode event) throws JsonProcessingException {
    JsonNode answer = post(event);
    assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
    return JSON.readTree(answer.path("body").asText());
  }

  private static JsonNode post(ObjectNode event) throws JsonProcessingException {
    String answer =
        given()
            .contentType("application/json")
            .body(event.toString())
            .post("/_lambda_")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return JSON.readTree(answer);
  }
}
