package com.globalbooking.bookinghandler;

import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.GuestId;
import com.globalbooking.domain.ReadingBooking;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Does in the init phase what the first guest would wait for: the handler and all behind it are
 * made, and one harmless read opens the connection to DynamoDB. If that read fails the function
 * starts all the same; the first request then pays.
 */
class Priming {
  private static final Logger LOG = Logger.getLogger(Priming.class);
  private static final BookingId NO_BOOKING = new BookingId("priming");
  private static final GuestId NOBODY = new GuestId("priming");

  void prime(@Observes StartupEvent started, BookingHttpHandler handler, ReadingBooking reading) {
    try {
      var _ = reading.read(NO_BOOKING, NOBODY);
    } catch (RuntimeException e) {
      LOG.warn("Priming failed", e);
    }
  }
}
