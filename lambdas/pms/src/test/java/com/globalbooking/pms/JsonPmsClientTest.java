package com.globalbooking.pms;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.domain.pms.PmsClient.Answer.Taken;
import com.globalbooking.domain.pms.PmsClient.Answer.TryAgain;
import com.globalbooking.events.EventJson;
import org.junit.jupiter.api.Test;

class JsonPmsClientTest extends HttpPmsClientContract {
  JsonPmsClientTest() {
    super(PmsIntegration.JSON, "application/json", "{\"status\":\"TAKEN\"}");
  }

  @Test
  void postsTheEventAsItIsToItsReservations() {
    pms.server.then(204, "application/json", "");

    assertThat(push()).isEqualTo(new Taken());
    assertThat(pms.server.requests)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.uri()).isEqualTo("/v1/reservations");
              assertThat(request.body()).isEqualTo(EventJson.write(PmsFixture.CONFIRMED));
            });
  }

  @Test
  void jsonThatIsNestedWithoutEndIsGarbage() {
    pms.server.then(200, "application/json", "{\"a\":".repeat(5_000));
    assertThat(push()).isEqualTo(new TryAgain("garbage with status 200"));
  }
}
