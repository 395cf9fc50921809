package com.globalbooking.inventoryloader;

import static com.globalbooking.domain.contract.Sample.FIRST;
import static com.globalbooking.domain.contract.Sample.HERE;
import static com.globalbooking.domain.contract.Sample.THERE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.Overbooking;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import com.globalbooking.domain.RoomRank;
import com.globalbooking.domain.fake.InMemoryRegion;
import com.globalbooking.inventoryloader.TestPorts.OtherRegion;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole function, from the event of API Gateway to its answer. */
@QuarkusTest
class InventoryHttpHandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject InMemoryRegion region;
  @Inject OtherRegion otherRegion;

  @Test
  void setsEachNightAndChangesNothingWhenRepeated() throws Exception {
    String load = "{\"from\":\"2026-12-24\",\"to\":\"2026-12-31\",\"units\":20}";

    JsonNode first = body(200, put("h1", load));
    JsonNode again = body(200, put("h1", load));

    assertThat(first.toString())
        .isEqualTo(
            """
            {"success":true,"propertyId":"h1","roomId":"double","from":"2026-12-24",\
            "to":"2026-12-31","units":20,"ownerRegion":"us-west-2",\
            "nightsChanged":8,"nightsUnchanged":0}""");
    assertThat(again.path("nightsChanged").asInt()).isZero();
    assertThat(again.path("nightsUnchanged").asInt()).isEqualTo(8);
    assertThat(region.read(List.of(night("h1")), List.of(HERE)))
        .containsExactly(new Allotment(night("h1"), HERE, 20, 20, 1));
  }

  @Test
  void refusesToLowerBelowWhatIsSoldWithTheNumbersAndChangesNothing() throws Exception {
    var sold = new Allotment(night("h2"), HERE, 20, 5, 7);
    region.receive(new InMemoryRegion.Item.OfAllotment(sold));

    JsonNode answer =
        body(409, put("h2", "{\"from\":\"2026-12-23\",\"to\":\"2026-12-25\",\"units\":14}"));

    assertThat(answer.path("code").asText()).isEqualTo("BELOW_SOLD");
    assertThat(answer.path("nights").toString())
        .isEqualTo("[{\"date\":\"2026-12-24\",\"sold\":15,\"requested\":14}]");
    assertThat(answer.path("nightsChanged").asInt()).isZero();
    assertThat(region.read(List.of(night("h2")), List.of(HERE))).containsExactly(sold);
  }

  @Test
  void takesAwaySoldUnitsWhenTheHotelAcceptsOverbookingAndSaysByHowMany() throws Exception {
    region.receive(new InMemoryRegion.Item.OfAllotment(new Allotment(night("h5"), HERE, 20, 5, 7)));

    JsonNode answer =
        body(
            200,
            put(
                "h5",
                "{\"from\":\"2026-12-24\",\"to\":\"2026-12-25\",\"units\":12,"
                    + "\"acceptOverbooking\":true,\"roomRank\":70}"));

    assertThat(answer.path("overbooked").toString())
        .isEqualTo("[{\"date\":\"2026-12-24\",\"shortUnits\":3}]");
    var left = new Allotment(night("h5"), HERE, 12, -3, new RoomRank(70), 8);
    assertThat(region.read(List.of(night("h5")), List.of(HERE))).containsExactly(left);
    assertThat(region.overbookings()).contains(Overbooking.of(left).orElseThrow());
  }

  @Test
  void leavesTheAllotmentOfAnotherRegionToThatRegion() throws Exception {
    JsonNode answer =
        post(
            put(
                "h3",
                "{\"from\":\"2026-12-24\",\"to\":\"2026-12-24\",\"units\":1,"
                    + "\"ownerRegion\":\"eu-west-1\"}"));

    assertThat(answer.path("body").asText()).isEqualTo(OtherRegion.ANSWER.body());
    assertThat(otherRegion.asked()).containsExactly(THERE);
    assertThat(region.read(List.of(night("h3")), List.of(HERE, THERE))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          units       | {"from":"2026-12-24","to":"2026-12-25","units":-1}
          to          | {"from":"2026-12-24","to":"2026-12-23","units":1}
          from        | {"to":"2026-12-23","units":1}
          ownerRegion | {"from":"2026-12-24","to":"2026-12-24","units":1,"ownerRegion":"eu-north-1"}
          body        | nonsense
          """)
  void answersBadInputWith400AndTheField(String field, String body) throws Exception {
    JsonNode answer = body(400, put("h4", body));

    assertThat(answer.path("code").asText()).isEqualTo("INVALID_REQUEST");
    assertThat(answer.path("field").asText()).isEqualTo(field);
  }

  private static RoomNight night(String property) {
    return new RoomNight(new Room(new PropertyId(property), new RoomId("double")), FIRST);
  }

  private static ObjectNode put(String property, String body) {
    ObjectNode event =
        JSON.createObjectNode()
            .put("version", "2.0")
            .put("routeKey", "PUT /properties/{propertyId}/rooms/{roomId}/inventory")
            .put("body", body);
    event.putObject("pathParameters").put("propertyId", property).put("roomId", "double");
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
