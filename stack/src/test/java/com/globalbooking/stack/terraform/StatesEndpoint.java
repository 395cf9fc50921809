package com.globalbooking.stack.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Answers the one question that a plan asks AWS: whether the definition of the state machine is
 * valid. It says yes: local Regions interpret the definition, and refuse what they do not know.
 */
final class StatesEndpoint implements AutoCloseable {

  private static final byte[] VALID = "{\"result\":\"OK\",\"diagnostics\":[]}".getBytes(UTF_8);

  private final HttpServer server;

  StatesEndpoint() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext(
        "/",
        request -> {
          try (request) {
            request.getRequestBody().readAllBytes();
            request.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            request.sendResponseHeaders(200, VALID.length);
            request.getResponseBody().write(VALID);
          }
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
