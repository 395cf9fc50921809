package com.globalbooking.hotbookingchecker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.BookingReader;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/**
 * Does in the init phase what the first batch would wait for: everything is made, a record has been
 * read, and a read of nothing has opened the connection to DynamoDB. The record is of a booking
 * that holds nothing.
 */
class Priming {
  private static final Logger LOG = Logger.getLogger(Priming.class);

  private static final String A_BATCH =
      """
      {"Records":[{"eventName":"INSERT","eventSourceARN":"priming","dynamodb":{
       "SequenceNumber":"1","ApproximateCreationDateTime":0,
       "NewImage":{"status":{"S":"CANCELLED"}}}}]}
      """;

  void prime(@Observes StartupEvent started, BookingStreamHandler handler, BookingReader bookings) {
    try {
      handler.handle(
          new ByteArrayInputStream(A_BATCH.getBytes(UTF_8)), OutputStream.nullOutputStream());
      var _ = bookings.find(new BookingId("priming"));
    } catch (IOException | RuntimeException e) {
      LOG.warn("Priming failed", e);
    }
  }
}
