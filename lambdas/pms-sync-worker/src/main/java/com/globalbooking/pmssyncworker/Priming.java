package com.globalbooking.pmssyncworker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.pms.PmsDirectory;
import com.globalbooking.secrets.KeptSecret;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/**
 * Does in the init phase what the first message would wait for: everything is made, the signing
 * keys are read and the connection to DynamoDB is open. If that fails the function starts all the
 * same; the first batch then pays.
 */
class Priming {
  private static final Logger LOG = Logger.getLogger(Priming.class);

  private static final String AN_EMPTY_BATCH = "{\"Records\":[]}";

  void prime(
      @Observes StartupEvent started,
      PmsQueueHandler handler,
      PmsDirectory directory,
      KeptSecret signingKeys) {
    try {
      handler.answer(
          new ByteArrayInputStream(AN_EMPTY_BATCH.getBytes(UTF_8)),
          OutputStream.nullOutputStream());
      directory.of(new PropertyId("priming"));
      signingKeys.text();
    } catch (IOException | RuntimeException e) {
      LOG.warn("Priming failed", e);
    }
  }
}
