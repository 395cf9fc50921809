package com.globalbooking.inventoryloader;

import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.InventoryStore;
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
 * Does in the init phase what the first request would wait for: the handler and all behind it are
 * made, and one harmless read opens the connection to DynamoDB. If that read fails the function
 * starts all the same; the first request then pays.
 */
class Priming {
  private static final Logger LOG = Logger.getLogger(Priming.class);
  private static final RoomNight NO_NIGHT =
      new RoomNight(new Room(new PropertyId("priming"), new RoomId("priming")), LocalDate.EPOCH);

  void prime(
      @Observes StartupEvent started,
      InventoryHttpHandler handler,
      InventoryStore inventory,
      DeployedRegions regions) {
    try {
      var _ = inventory.read(List.of(NO_NIGHT), List.of(regions.own()));
    } catch (RuntimeException e) {
      LOG.warn("Priming failed", e);
    }
  }
}
