package com.globalbooking.local.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFilterTest {
  @Test
  void withoutPatternsEverythingPasses() throws Exception {
    assertThat(passes("{}")).isTrue();
    assertThat(passes("{\"a\":1}")).isTrue();
  }

  @Test
  void allFieldsOfOnePatternMustFitAndOnePatternIsEnough() throws Exception {
    String both = "{\"type\":[\"A\",\"B\"],\"pms\":[\"json\"]}";
    assertThat(passes("{\"type\":\"B\",\"pms\":\"json\"}", both)).isTrue();
    assertThat(passes("{\"type\":\"C\",\"pms\":\"json\"}", both)).isFalse();
    assertThat(passes("{\"type\":\"A\"}", both)).isFalse();
    assertThat(passes("{\"type\":\"A\"}", both, "{\"pms\":[{\"exists\":false}]}")).isTrue();
    assertThat(passes("{}", both)).isFalse();
  }

  @Test
  void patternsReachIntoObjects() throws Exception {
    String insert = "{\"dynamodb\":{\"NewImage\":{\"event\":{\"S\":[{\"exists\":true}]}}}}";
    assertThat(passes("{\"dynamodb\":{\"NewImage\":{\"event\":{\"S\":\"x\"}}}}", insert)).isTrue();
    assertThat(passes("{\"dynamodb\":{\"OldImage\":{\"event\":{\"S\":\"x\"}}}}", insert)).isFalse();
  }

  @Test
  void whatIsNoPatternIsRefused() {
    assertThatThrownBy(() -> EventFilter.anyOf(List.of("{\"type\":\"A\"}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a pattern");
  }

  private static boolean passes(String event, String... patterns) throws Exception {
    return EventFilter.anyOf(List.of(patterns)).passes(new ObjectMapper().readTree(event));
  }
}
