package com.globalbooking.eventpublisher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/**
 * Does in the init phase what the first batch would wait for: everything is made and a record has
 * been read. It left the outbox, so nothing is published.
 */
class Priming {
  private static final Logger LOG = Logger.getLogger(Priming.class);

  private static final String A_BATCH =
      """
      {"Records":[{"eventName":"REMOVE","eventSourceARN":"priming","dynamodb":{
       "SequenceNumber":"1","ApproximateCreationDateTime":0,"OldImage":{
        "property_id":{"S":"priming"},"outbox_id":{"S":"priming"}}}}]}
      """;

  void prime(@Observes StartupEvent started, OutboxStreamHandler handler) {
    try {
      handler.handle(
          new ByteArrayInputStream(A_BATCH.getBytes(UTF_8)), OutputStream.nullOutputStream());
    } catch (IOException | RuntimeException e) {
      LOG.warn("Priming failed", e);
    }
  }
}
