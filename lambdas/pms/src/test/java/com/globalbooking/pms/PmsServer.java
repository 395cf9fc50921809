package com.globalbooking.pms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A PMS on loopback that answers what it was told to. */
final class PmsServer implements AutoCloseable {
  /** A request as it came. */
  record Request(
      String method, String uri, String contentType, String key, String signature, String body) {}

  /** How to answer one request. */
  interface Script {
    void answer(HttpExchange exchange) throws IOException;
  }

  final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Script> scripts = new ArrayDeque<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final HttpServer server;

  PmsServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers the next request so; the last script also answers those after it. */
  PmsServer then(Script script) {
    synchronized (scripts) {
      scripts.add(script);
    }
    return this;
  }

  PmsServer then(int status, String contentType, String body) {
    return then(exchange -> send(exchange, status, contentType, body));
  }

  /** Takes the request and says nothing until the test is over. */
  Script silence() {
    return exchange -> {
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** Begins an answer and never ends it. */
  Script drip(String contentType) {
    return exchange -> {
      exchange.getResponseHeaders().add("Content-Type", contentType);
      exchange.sendResponseHeaders(200, 1_000);
      exchange.getResponseBody().write("{".getBytes(UTF_8));
      exchange.getResponseBody().flush();
      silence().answer(exchange);
    };
  }

  /** Breaks off in the middle of an answer. */
  static Script truncated(String contentType, String body) {
    return exchange -> {
      exchange.getResponseHeaders().add("Content-Type", contentType);
      exchange.sendResponseHeaders(200, body.length() + 100);
      exchange.getResponseBody().write(body.getBytes(UTF_8));
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  static void send(HttpExchange exchange, int status, String contentType, String body)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", contentType);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            String.valueOf(headers.getFirst("Content-Type")),
            String.valueOf(headers.getFirst("Idempotency-Key")),
            String.valueOf(headers.getFirst("X-Signature")),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    Script script;
    synchronized (scripts) {
      script = scripts.size() > 1 ? scripts.remove() : scripts.element();
    }
    script.answer(exchange);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
