package com.globalbooking.cacheupdater;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/**
 * Does in the init phase what the first batch would wait for: everything is made, connections are
 * open, a record has been read. It is about a night long past, of which the cache keeps nothing.
 */
class Priming {
  private static final Logger LOG = Logger.getLogger(Priming.class);

  private static final String A_BATCH =
      """
      {"Records":[{"eventName":"INSERT","eventSourceARN":"priming","dynamodb":{
       "SequenceNumber":"1","ApproximateCreationDateTime":0,"NewImage":{
        "property_id":{"S":"priming"},"room_id":{"S":"priming"},"stay_date":{"S":"1970-01-01"},
        "owner_region":{"S":"aa-priming-1"},"allotted_units":{"N":"0"},
        "available_units":{"N":"0"},"version":{"N":"1"}}}}]}
      """;

  void prime(@Observes StartupEvent started, InventoryStreamHandler handler) {
    try {
      handler.handle(
          new ByteArrayInputStream(A_BATCH.getBytes(UTF_8)), OutputStream.nullOutputStream());
    } catch (IOException | RuntimeException e) {
      LOG.warn("Priming failed", e);
    }
  }
}
