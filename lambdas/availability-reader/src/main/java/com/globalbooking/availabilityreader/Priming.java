package com.globalbooking.availabilityreader;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/**
 * Does in the init phase what the first caller would wait for: everything is made, JSON has been
 * read and written, connections to the cache are open, and a read of nothing, which the cache never
 * has, has opened the one to DynamoDB. If one of them does not answer the function starts all the
 * same; the first request then pays.
 */
class Priming {
  private static final Logger LOG = Logger.getLogger(Priming.class);

  private static final String A_SEARCH =
      """
      {"routeKey":"GET /properties/{propertyId}/availability",
       "pathParameters":{"propertyId":"priming"},
       "queryStringParameters":{"from":"1970-01-01","to":"1970-01-01"},
       "requestContext":{"authorizer":{"jwt":{"claims":{"sub":"priming"}}}}}
      """;

  void prime(@Observes StartupEvent started, AvailabilityHttpHandler handler) {
    try {
      answer(handler, A_SEARCH);
    } catch (IOException | RuntimeException e) {
      LOG.warn("Priming failed", e);
    }
  }

  private static void answer(AvailabilityHttpHandler handler, String event) throws IOException {
    handler.answer(
        new ByteArrayInputStream(event.getBytes(UTF_8)), OutputStream.nullOutputStream());
  }
}
