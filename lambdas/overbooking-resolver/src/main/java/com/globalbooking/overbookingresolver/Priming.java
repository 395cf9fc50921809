package com.globalbooking.overbookingresolver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.domain.Region;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/**
 * Does in the init phase what the first batch would wait for: everything is made, a conflict has
 * been read, and a look for a booking that nobody made has opened the connection to DynamoDB.
 */
class Priming {
  private static final Logger LOG = Logger.getLogger(Priming.class);

  private static final String A_CONFLICT =
      """
      {"conflict":{"eventType":"TwinDetected","schemaVersion":1,"eventId":"priming",
       "occurredAt":"1970-01-01T00:00:00Z","propertyId":"priming","bookingId":"priming",
       "decidingRegion":"%1$s","survivingRegion":"%1$s","bookingVersion":0}}
      """;

  void prime(@Observes StartupEvent started, ConflictHandler handler, Region own) {
    try {
      byte[] conflict = A_CONFLICT.formatted(own).getBytes(UTF_8);
      handler.handle(new ByteArrayInputStream(conflict), OutputStream.nullOutputStream());
    } catch (IOException | RuntimeException e) {
      LOG.warn("Priming failed", e);
    }
  }
}
