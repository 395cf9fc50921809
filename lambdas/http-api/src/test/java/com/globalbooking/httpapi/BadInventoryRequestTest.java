package com.globalbooking.httpapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.domain.LoadingInventory.Wish;
import com.globalbooking.domain.RoomRank;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a load of inventory, the answer is a 400 that names the field. */
class BadInventoryRequestTest {
  private final InventoryEvents events =
      new InventoryEvents(Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC));

  @Test
  void takesFourHundredNightsAndADefaultOwner() throws Exception {
    Wish load = load("h", "r", "{\"from\":\"2026-12-01\",\"to\":\"2028-01-04\",\"units\":0}");

    assertThat(load.range().length()).isEqualTo(400);
    assertThat(load.owner()).isEmpty();
    assertThat(load.rank()).isEmpty();
    assertThat(load.acceptOverbooking()).isFalse();
  }

  @Test
  void takesARankAndTheHotelsWordThatGuestsMayBeMoved() throws Exception {
    Wish load =
        load(
            "h",
            "r",
            "{\"from\":\"2026-12-01\",\"to\":\"2026-12-01\",\"units\":1,"
                + "\"roomRank\":80,\"acceptOverbooking\":true}");

    assertThat(load.rank()).contains(new RoomRank(80));
    assertThat(load.acceptOverbooking()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          from        | {"to":"2026-12-02","units":1}
          from        | {"from":"2026-11-18","to":"2026-12-02","units":1}
          from        | {"from":20261201,"to":"2026-12-02","units":1}
          to          | {"from":"2026-12-01","units":1}
          to          | {"from":"2026-12-02","to":"2026-12-01","units":1}
          to          | {"from":"2026-12-01","to":"2026-12-32","units":1}
          to          | {"from":"2026-12-01","to":"2028-01-05","units":1}
          units       | {"from":"2026-12-01","to":"2026-12-02"}
          units       | {"from":"2026-12-01","to":"2026-12-02","units":-1}
          units       | {"from":"2026-12-01","to":"2026-12-02","units":10001}
          units       | {"from":"2026-12-01","to":"2026-12-02","units":1.5}
          units       | {"from":"2026-12-01","to":"2026-12-02","units":"1"}
          ownerRegion | {"from":"2026-12-01","to":"2026-12-02","units":1,"ownerRegion":""}
          ownerRegion | {"from":"2026-12-01","to":"2026-12-02","units":1,"ownerRegion":"Europe"}
          ownerRegion | {"from":"2026-12-01","to":"2026-12-02","units":1,"ownerRegion":1}
          roomRank    | {"from":"2026-12-01","to":"2026-12-02","units":1,"roomRank":0}
          roomRank    | {"from":"2026-12-01","to":"2026-12-02","units":1,"roomRank":101}
          roomRank    | {"from":"2026-12-01","to":"2026-12-02","units":1,"roomRank":"50"}
          acceptOverbooking | {"from":"2026-12-01","to":"2026-12-02","units":1,"acceptOverbooking":1}
          unit        | {"from":"2026-12-01","to":"2026-12-02","unit":1}
          body        | []
          """)
  void refusesABodyThatCannotBe(String field, String body) {
    refuses(field, "h", "r", body);
  }

  @ParameterizedTest
  @CsvSource({"propertyId,a#b,r", "propertyId,'',r", "roomId,h,a#b", "roomId,h,''"})
  void refusesIdsThatCannotBe(String field, String property, String room) {
    refuses(field, property, room, "{\"from\":\"2026-12-01\",\"to\":\"2026-12-02\",\"units\":1}");
  }

  private void refuses(String field, String property, String room, String body) {
    assertThatThrownBy(() -> load(property, room, body))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  private Wish load(String property, String room, String body) throws InvalidRequestException {
    return events.load(
        Events.on("PUT /properties/{propertyId}/rooms/{roomId}/inventory")
            .path(Map.of("propertyId", property, "roomId", room))
            .body(body)
            .build());
  }
}
