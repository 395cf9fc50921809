package com.globalbooking.httpapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.httpapi.AvailabilityEvents.Search;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a search, the answer is a 400 that names the field. */
class BadAvailabilityRequestTest {

  @Test
  void takesSixtyTwoNights() throws Exception {
    assertThat(search("h", "2026-12-01", "2027-01-31", "double").range().length()).isEqualTo(62);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          propertyId, a#b, 2026-12-01, 2026-12-02, -
          from,       h,   -,          2026-12-02, -
          from,       h,   today,      2026-12-02, -
          to,         h,   2026-12-01, -,          -
          to,         h,   2026-12-01, 2026-02-30, -
          to,         h,   2026-12-02, 2026-12-01, -
          to,         h,   2026-12-01, 2027-02-01, -
          roomId,     h,   2026-12-01, 2026-12-02, a#b
          roomId,     h,   2026-12-01, 2026-12-02, ''
          """)
  void refusesASearchThatCannotBe(
      String field, String property, String from, String to, String room) {
    assertThatThrownBy(() -> search(property, from, to, room))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  private static Search search(String property, String from, String to, String room)
      throws InvalidRequestException {
    Map<String, String> query = new HashMap<>();
    query.put("from", from);
    query.put("to", to);
    query.put("roomId", room);
    query.values().removeIf(value -> value == null);
    return AvailabilityEvents.search(
        Events.on("GET /properties/{propertyId}/availability")
            .path(Map.of("propertyId", property))
            .query(query)
            .build());
  }
}
