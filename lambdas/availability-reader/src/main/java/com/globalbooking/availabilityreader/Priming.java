package com.globalbooking.availabilityreader;

import com.globalbooking.domain.AvailabilityStore;
import com.globalbooking.domain.PropertyId;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Does in the init phase what the first request would wait for: the handler and all behind it are
 * made, and one harmless read opens the connection to DynamoDB. If that read fails the function
 * starts all the same; the first request then pays.
 */
class Priming {
  private static final Logger LOG = Logger.getLogger(Priming.class);
  private static final PropertyId NO_PROPERTY = new PropertyId("priming");

  void prime(
      @Observes StartupEvent started,
      AvailabilityHttpHandler handler,
      AvailabilityStore availability) {
    try {
      boolean _ = availability.knows(NO_PROPERTY);
    } catch (RuntimeException e) {
      LOG.warn("Priming failed", e);
    }
  }
}
