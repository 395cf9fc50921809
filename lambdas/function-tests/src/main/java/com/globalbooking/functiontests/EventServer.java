package com.globalbooking.functiontests;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Hands events to the function under test as Lambda would, and takes its answers. */
public final class EventServer {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** The function's answer to an event. */
  public static JsonNode post(JsonNode event) throws JsonProcessingException {
    return MAPPER.readTree(post(event.toString()));
  }

  /** The function's answer to an event, as it stands. */
  public static String post(String event) {
    return given()
        .contentType("application/json")
        .body(event)
        .post("/_lambda_")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  /** The ids of the deliveries that a consumer says must come again. */
  public static List<String> failures(JsonNode event) throws JsonProcessingException {
    return post(event).path("batchItemFailures").findValuesAsText("itemIdentifier");
  }

  private EventServer() {}
}
