package com.globalbooking.availabilityreader;

import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.allotment;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.domain.Allotment;
import com.globalbooking.domain.fake.InMemoryAvailabilityCache;
import com.globalbooking.domain.fake.InMemoryRegion;
import com.globalbooking.functiontests.EventServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole function, from the event of API Gateway to its answer. */
@QuarkusTest
class AvailabilityHttpHandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject InMemoryRegion region;
  @Inject InMemoryAvailabilityCache cache;

  @BeforeEach
  void startWithoutCache() {
    cache.setUp(true);
    cache.lose();
  }

  @Test
  void saysWhatIsFreeNightByNightAndRegionByRegion() throws Exception {
    onSale(allotment(1, 3));
    onSale(allotment(0, THERE, 2));
    onSale(allotment(0, 5));

    JsonNode answer = post(search("lisbon-01", "2026-12-24", "2026-12-31"));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(source(answer)).isEqualTo("table");
    assertThat(answer.path("body").asText())
        .isEqualTo(
            """
            {"propertyId":"lisbon-01","from":"2026-12-24","to":"2026-12-31","rooms":[\
            {"roomId":"double","nights":[\
            {"date":"2026-12-24","availableUnits":7,"regions":[\
            {"region":"eu-west-1","availableUnits":2,"version":7},\
            {"region":"us-west-2","availableUnits":5,"version":7}]},\
            {"date":"2026-12-25","availableUnits":3,"regions":[\
            {"region":"us-west-2","availableUnits":3,"version":7}]}]}]}""");
  }

  @Test
  void answersFromTheCacheTheSecondTimeAndSaysSo() throws Exception {
    onSale(allotment(1, 3));
    JsonNode first = post(search("lisbon-01", "2026-12-24", "2026-12-31"));
    JsonNode second = post(search("lisbon-01", "2026-12-24", "2026-12-31"));

    assertThat(source(first)).isEqualTo("table");
    assertThat(source(second)).isEqualTo("cache");
    assertThat(second.path("body")).isEqualTo(first.path("body"));
  }

  @Test
  void answersFromTheTableWhenTheCacheIsDown() throws Exception {
    onSale(allotment(1, 3));
    post(search("lisbon-01", "2026-12-24", "2026-12-31"));
    cache.setUp(false);

    JsonNode answer = post(search("lisbon-01", "2026-12-24", "2026-12-31"));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(source(answer)).isEqualTo("table");
  }

  @Test
  void answersAKnownPropertyWithoutRoomsAndAnUnknownOneWith404() throws Exception {
    onSale(allotment(0, 5));

    JsonNode nothing = post(search("lisbon-01", "2028-01-01", "2028-01-02"));
    JsonNode unknown = post(search("atlantis-01", "2026-12-24", "2026-12-25"));

    assertThat(nothing.path("body").asText()).contains("\"rooms\":[]");
    assertThat(unknown.path("statusCode").asInt()).isEqualTo(404);
    assertThat(unknown.path("body").asText()).contains("\"NOT_FOUND\"");
  }

  @Test
  void answersBadInputWith400AndTheField() throws Exception {
    JsonNode answer = post(search("lisbon-01", "2026-02-30", "2026-03-01"));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
    assertThat(answer.path("body").asText()).contains("\"field\":\"from\"");
  }

  private void onSale(Allotment allotment) {
    region.receive(new InMemoryRegion.Item.OfAllotment(allotment));
  }

  private static ObjectNode search(String property, String from, String to) {
    ObjectNode event =
        JSON.createObjectNode()
            .put("version", "2.0")
            .put("routeKey", "GET /properties/{propertyId}/availability");
    event.putObject("pathParameters").put("propertyId", property);
    event.putObject("queryStringParameters").put("from", from).put("to", to);
    return event;
  }

  private static String source(JsonNode answer) {
    return answer.path("headers").path("x-availability-source").asText();
  }

  private static JsonNode post(ObjectNode event) throws JsonProcessingException {
    return EventServer.post(event);
  }
}
