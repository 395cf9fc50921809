package com.globalbooking.reconciliationchecker;

import static com.globalbooking.domain.contract.Sample.ROOM;
import static com.globalbooking.domain.contract.Sample.THERE;
import static com.globalbooking.domain.contract.Sample.THREE_NIGHTS;
import static com.globalbooking.domain.contract.Sample.night;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.reconciliation.Drift;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftJsonTest {
  private static final BookingId BOOKING = new BookingId("bk-1");

  @Test
  void everySuspectComesBackAsItWas() {
    for (Drift drift :
        List.of(
            new Drift.OfCounter(night(0), 7),
            new Drift.Overbooked(night(1)),
            new Drift.OfCache(night(0), THERE, 8),
            new Drift.OfReplica(night(2), THERE, 9),
            new Drift.OfAudit(ROOM.property(), BOOKING, 2),
            new Drift.OfPms(ROOM.property(), BOOKING, THREE_NIGHTS, 0))) {
      assertThat(DriftJson.read(DriftJson.write(drift))).isEqualTo(drift);
    }
  }

  @Test
  void whatIsNoSuspectIsRefused() {
    var strange = JsonNodeFactory.instance.objectNode().put("kind", "ghost");
    var dateless = DriftJson.write(new Drift.Overbooked(night(1))).put("stayDate", "tomorrow");

    assertThatThrownBy(() -> DriftJson.read(strange)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DriftJson.read(dateless)).isInstanceOf(IllegalArgumentException.class);
  }
}
