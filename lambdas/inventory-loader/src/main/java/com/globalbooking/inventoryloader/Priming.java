package com.globalbooking.inventoryloader;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.InventoryStore;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Room;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.RoomNight;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Does in the init phase what the first caller would wait for: everything is made, JSON has been
 * read and written, and a read of nothing has opened the connection to DynamoDB. If that read fails
 * the function starts all the same; the first request then pays.
 */
class Priming {
  private static final Logger LOG = Logger.getLogger(Priming.class);

  private static final String AN_EMPTY_LOAD =
      """
      {"routeKey":"PUT /properties/{propertyId}/rooms/{roomId}/inventory",
       "pathParameters":{"propertyId":"priming","roomId":"priming"},
       "body":"{}",
       "requestContext":{"authorizer":{"jwt":{"claims":{"sub":"priming"}}}}}
      """;

  private static final RoomNight NO_NIGHT =
      new RoomNight(new Room(new PropertyId("priming"), new RoomId("priming")), LocalDate.EPOCH);

  void prime(
      @Observes StartupEvent started,
      InventoryHttpHandler handler,
      InventoryStore inventory,
      DeployedRegions regions) {
    try {
      answer(handler, AN_EMPTY_LOAD);
      var _ = inventory.read(List.of(NO_NIGHT), List.of(regions.own()));
    } catch (IOException | RuntimeException e) {
      LOG.warn("Priming failed", e);
    }
  }

  private static void answer(InventoryHttpHandler handler, String event) throws IOException {
    handler.answer(
        new ByteArrayInputStream(event.getBytes(UTF_8)), OutputStream.nullOutputStream());
  }
}
