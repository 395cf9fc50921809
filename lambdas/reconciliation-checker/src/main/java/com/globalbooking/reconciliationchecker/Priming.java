package com.globalbooking.reconciliationchecker;

import com.globalbooking.domain.AllotmentReader;
import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Does in the init phase what the first look would wait for: everything is made, and a read of
 * nothing has opened the connection to DynamoDB.
 */
class Priming {
  private static final Logger LOG = Logger.getLogger(Priming.class);

  private static final RoomNight NO_NIGHT =
      new RoomNight(new Room(new PropertyId("priming"), new RoomId("priming")), LocalDate.EPOCH);

  void prime(
      @Observes StartupEvent started,
      ReconciliationHandler handler,
      AllotmentReader allotments,
      DeployedRegions regions) {
    try {
      var _ = allotments.read(List.of(NO_NIGHT), List.of(regions.own()));
    } catch (RuntimeException e) {
      LOG.warn("Priming failed", e);
    }
  }
}
