package com.globalbooking.eventpublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.contract.PmsIntegration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PmsConnectionsTest {

  @Test
  void knowsTheIntegrationOfEachConnection() {
    var connections =
        PmsConnections.read(
            List.of("opera=json=https://opera.example", "sabre=opentravel=https://s.example?a=b"));

    assertThat(connections.integration("opera")).contains(PmsIntegration.JSON);
    assertThat(connections.integration("sabre")).contains(PmsIntegration.OPENTRAVEL);
    assertThat(connections.integration("other")).isEmpty();
  }

  @Test
  void refusesWhatIsNoConnection() {
    assertThatThrownBy(() -> PmsConnections.read(List.of("opera=telex=https://opera.example")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PmsConnections.read(List.of("opera")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
