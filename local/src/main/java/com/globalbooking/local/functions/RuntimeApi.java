package com.globalbooking.local.functions;

import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.loopback.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda Runtime API (version 2018-06-01) of one function instance, on a loopback port of its
 * own: the runtime polls for events and posts what came of them. Starting and ending the process is
 * somebody else's work.
 */
public final class RuntimeApi implements AutoCloseable {
  private static final String PREFIX = "/2018-06-01/runtime/";
  private static final String INVOCATION = "invocation/";
  private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
  private static final String UNKNOWN_ERROR = "Runtime.Unknown";
  private static final String ACCEPTED = "{\"status\":\"OK\"}";

  /** What the runtime reported about one event. */
  @SuppressWarnings("ArrayRecordComponent") // bytes pass through and are never compared
  public sealed interface Reply {
    /** The handler's answer. */
    record Answered(byte[] payload) implements Reply {}

    /**
     * The handler failed.
     *
     * @param payload the runtime's JSON error object
     */
    record Errored(String errorType, byte[] payload) implements Reply {}
  }

  @SuppressWarnings("ArrayRecordComponent") // bytes pass through and are never compared
  private record Event(
      String requestId, byte[] payload, Duration timeout, CompletableFuture<Reply> reply) {}

  private final String functionArn;
  private final Clock clock = Clock.systemUTC();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Map<String, Event> unanswered = new ConcurrentHashMap<>();
  private final CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();
  private final LoopbackServer server;

  private RuntimeApi(String functionArn) {
    this.functionArn = functionArn;
    this.server = LoopbackServer.start(0, this::handle);
  }

  /** Opens the Runtime API of one instance on a free port. */
  public static RuntimeApi start(String functionArn) {
    return new RuntimeApi(functionArn);
  }

  /** {@code host:port}, for {@code AWS_LAMBDA_RUNTIME_API}. */
  public String address() {
    return server.authority();
  }

  /**
   * Completes when the runtime asks for its first event; with a {@link RuntimeInitException} when
   * it reports that it cannot start.
   */
  public CompletableFuture<@Nullable Void> ready() {
    return ready;
  }

  /**
   * Hands an event to the runtime's next poll; it may be called before the first one.
   *
   * @param timeout tells the function its deadline, counted from the moment it takes the event;
   *     nothing happens here when it passes
   * @return the runtime's report; a {@link CancellationException} when this closes first
   */
  public CompletableFuture<Reply> submit(byte[] payload, Duration timeout) {
    var event =
        new Event(UUID.randomUUID().toString(), payload, timeout, new CompletableFuture<>());
    unanswered.put(event.requestId(), event);
    events.add(event);
    return event.reply();
  }

  /** Closes the port; the runtime's poll is cut off. */
  @Override
  public void close() {
    server.close();
    var closed = new CancellationException("the Runtime API is closed");
    ready.completeExceptionally(closed);
    unanswered.values().forEach(event -> event.reply().completeExceptionally(closed));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String call =
        exchange.getRequestMethod()
            + " "
            + (path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path);
    if (call.equals("GET invocation/next")) {
      next(exchange);
    } else if (call.equals("POST init/error")) {
      initError(exchange);
    } else if (call.startsWith("POST " + INVOCATION) && call.endsWith("/response")) {
      byte[] payload = exchange.getRequestBody().readAllBytes();
      answer(exchange, requestId(call), new Reply.Answered(payload));
    } else if (call.startsWith("POST " + INVOCATION) && call.endsWith("/error")) {
      byte[] payload = exchange.getRequestBody().readAllBytes();
      answer(exchange, requestId(call), new Reply.Errored(errorType(exchange), payload));
    } else {
      error(404, "InvalidResource", "there is no such call in the Runtime API").send(exchange);
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    ready.complete(null);
    Event event;
    try {
      event = events.take();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      exchange.close();
      return;
    }
    Instant deadline = clock.instant().plus(event.timeout());
    Map<String, List<String>> headers =
        Map.of(
            "Content-Type", List.of("application/json"),
            "Lambda-Runtime-Aws-Request-Id", List.of(event.requestId()),
            "Lambda-Runtime-Deadline-Ms", List.of(Long.toString(deadline.toEpochMilli())),
            "Lambda-Runtime-Invoked-Function-Arn", List.of(functionArn),
            "Lambda-Runtime-Trace-Id", List.of(traceId()));
    new Answer(200, headers, event.payload()).send(exchange);
  }

  private void initError(HttpExchange exchange) throws IOException {
    byte[] payload = exchange.getRequestBody().readAllBytes();
    ready.completeExceptionally(new RuntimeInitException(errorType(exchange), payload));
    Answer.json(202, ACCEPTED).send(exchange);
  }

  private void answer(HttpExchange exchange, String requestId, Reply reply) throws IOException {
    Event event = unanswered.remove(requestId);
    if (event == null) {
      error(400, "InvalidRequestID", "no event of this id waits for an answer").send(exchange);
      return;
    }
    // First the caller: a runtime that ends once it is thanked has still answered.
    event.reply().complete(reply);
    Answer.json(202, ACCEPTED).send(exchange);
  }

  private static String requestId(String call) {
    int start = call.indexOf(INVOCATION) + INVOCATION.length();
    return call.substring(start, Math.max(start, call.lastIndexOf('/')));
  }

  private static String errorType(HttpExchange exchange) {
    return Objects.requireNonNullElse(
        exchange.getRequestHeaders().getFirst(ERROR_TYPE), UNKNOWN_ERROR);
  }

  private static Answer error(int status, String type, String message) {
    return Answer.json(
        status, "{\"errorType\":\"%s\",\"errorMessage\":\"%s\"}".formatted(type, message));
  }

  private String traceId() {
    byte[] id = new byte[12];
    ThreadLocalRandom.current().nextBytes(id);
    return "Root=1-%08x-%s;Sampled=0"
        .formatted(clock.instant().getEpochSecond(), HexFormat.of().formatHex(id));
  }
}
