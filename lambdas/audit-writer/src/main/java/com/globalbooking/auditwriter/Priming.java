package com.globalbooking.auditwriter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.domain.AuditTrail;
import com.globalbooking.domain.AuditUnavailableException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Does in the init phase what the first message would wait for: everything is made, the secret is
 * read and a connection to the database is open. If the database is down the function starts all
 * the same; the first batch then tries again.
 */
class Priming {
  private static final Logger LOG = Logger.getLogger(Priming.class);

  private static final String AN_EMPTY_BATCH = "{\"Records\":[]}";

  void prime(@Observes StartupEvent started, AuditQueueHandler handler, AuditTrail trail) {
    try {
      handler.answer(
          new ByteArrayInputStream(AN_EMPTY_BATCH.getBytes(UTF_8)),
          OutputStream.nullOutputStream());
      trail.missing(List.of("priming"));
    } catch (AuditUnavailableException e) {
      LOG.warnf("The audit database is not there yet: %s", e.getCause());
    } catch (IOException | RuntimeException e) {
      LOG.warn("Priming failed", e);
    }
  }
}
