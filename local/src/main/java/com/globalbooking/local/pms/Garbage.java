package com.globalbooking.local.pms;

import com.globalbooking.local.loopback.Answer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers with status 200 that are none: each kind in turn. */
final class Garbage {
  private static final byte[] RUBBISH = {0, (byte) 0xff, '{', '<', '"', 0x1b, '[', '2', 'J', 7};
  private static final String LOGIN_PAGE = "<html><body>Please log in.</body></html>";
  private static final String BEGINNING = "{\"status\":\"TAKEN\",\"reference\":\"";
  private static final int HUGE_BYTES = 64 << 20;

  private final AtomicInteger turn = new AtomicInteger();

  private enum Kind {
    RUBBISH,
    LOGIN_PAGE,
    TRUNCATED,
    HUGE
  }

  void send(HttpExchange exchange) throws IOException {
    switch (Kind.values()[turn.getAndIncrement() % Kind.values().length]) {
      case RUBBISH -> new Answer(200, Map.of(), RUBBISH).send(exchange);
      case LOGIN_PAGE ->
          new Answer(
                  200,
                  Map.of("Content-Type", List.of("text/html")),
                  LOGIN_PAGE.getBytes(StandardCharsets.UTF_8))
              .send(exchange);
      case TRUNCATED -> truncated(exchange);
      case HUGE -> huge(exchange);
    }
  }

  /** Promises more than it sends, and hangs up. */
  private static void truncated(HttpExchange exchange) throws IOException {
    byte[] beginning = BEGINNING.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, beginning.length + 100L);
    exchange.getResponseBody().write(beginning);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  /** Goes on for as long as anybody listens. */
  private static void huge(HttpExchange exchange) throws IOException {
    byte[] block = new byte[1 << 16];
    Arrays.fill(block, (byte) 'A');
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(BEGINNING.getBytes(StandardCharsets.UTF_8));
      for (int sent = 0; sent < HUGE_BYTES; sent += block.length) {
        out.write(block);
      }
    } finally {
      exchange.close();
    }
  }
}
