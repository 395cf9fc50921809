package com.globalbooking.local.pms;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.loopback.LoopbackServer;
import com.globalbooking.local.pms.PmsDialect.MalformedMessageException;
import com.globalbooking.local.processes.Ports;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One PMS: a server on loopback that keeps its reservations and its port while it lives. */
public final class PmsSimulator implements AutoCloseable {
  private static final int LARGEST_BODY = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * How long a PMS takes when it is not well.
   *
   * @param slow until a slow one answers
   * @param late until one that repeats itself gives its late answers
   */
  public record Delays(Duration slow, Duration late) {
    /** Longer than anybody should wait, and long enough to be noticed. */
    public static final Delays DEFAULT = new Delays(Duration.ofSeconds(20), Duration.ofSeconds(2));
  }

  private final String name;
  private final PmsIntegration integration;
  private final String key;
  private final PmsSignature signature;
  private final Clock clock;
  private final Delays delays;
  private final PmsDialect dialect;
  private final int port;
  private final ReservationBook book = new ReservationBook();
  private final CallJournal journal = new CallJournal();
  private final Garbage garbage = new Garbage();
  private final AtomicInteger unclear = new AtomicInteger();
  private volatile PmsMode mode = PmsMode.OK;
  private @Nullable LoopbackServer server;

  private PmsSimulator(
      String name, PmsIntegration integration, String key, Clock clock, Delays delays, int port) {
    this.name = name;
    this.integration = integration;
    this.key = key;
    this.signature = new PmsSignature(key, clock);
    this.clock = clock;
    this.delays = delays;
    this.port = port;
    this.dialect =
        switch (integration) {
          case JSON -> new JsonDialect();
          case OPENTRAVEL -> new OpenTravelDialect();
        };
    this.server = LoopbackServer.start(port, this::handle);
  }

  /**
   * Opens a PMS.
   *
   * @param key that calls are signed with
   */
  public static PmsSimulator start(
      String name, PmsIntegration integration, String key, Clock clock, Delays delays)
      throws IOException {
    return new PmsSimulator(name, integration, key, clock, delays, Ports.free(1).getFirst());
  }

  public String name() {
    return name;
  }

  public PmsIntegration integration() {
    return integration;
  }

  /** The key that calls must be signed with. */
  public String key() {
    return key;
  }

  /** Where the connection goes; the same for as long as this exists. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Changes how it behaves, from the next call on. */
  public void become(PmsMode mode) {
    this.mode = mode;
  }

  /** Closes its port: connections are refused. What it knows it keeps. */
  public synchronized void kill() {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  /** Opens its port again. */
  public synchronized void restart() {
    kill();
    server = LoopbackServer.start(port, this::handle);
  }

  /** The bookings it knows, cancelled ones too. */
  public List<Reservation> reservations() {
    return book.all();
  }

  /** Makes it know a reservation otherwise than it was told: a planted mismatch. */
  public void plant(Reservation reservation) {
    book.plant(reservation);
  }

  /** Makes it forget a booking that it was told of; false when it knows none of this id. */
  public boolean forget(String bookingId) {
    return book.forget(bookingId);
  }

  /** What it has seen so far. */
  public PmsReport report() {
    Map<String, PmsReport.Event> events = new LinkedHashMap<>();
    journal
        .byEvent()
        .forEach(
            (id, calls) ->
                events.put(
                    id,
                    new PmsReport.Event(calls.firstAttempt(), calls.received(), calls.takenAt())));
    return new PmsReport(
        name,
        integration.id(),
        url().toString(),
        mode,
        journal.calls(),
        journal.refusedSignatures(),
        journal.statements(),
        book.all().size(),
        events);
  }

  @Override
  public void close() {
    kill();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
      PmsMode now = mode;
      Optional<StatementRequest> statement = StatementRequest.of(exchange);
      if (statement.isPresent()) {
        journal.statement();
      } else {
        journal.call(dialect.eventId(idempotencyKey(exchange), body), clock.instant());
      }
      if (now == PmsMode.DOWN) {
        Answer.empty(503).with("Retry-After", "5").send(exchange);
      } else if (!isSigned(exchange, body, statement.isPresent())) {
        journal.unsigned();
        dialect.unsigned().send(exchange);
      } else if (now == PmsMode.GARBAGE) {
        garbage.send(exchange);
      } else if (statement.isPresent()) {
        pauseIf(now == PmsMode.SLOW, delays.slow());
        statement(statement.get()).send(exchange);
      } else if (isMessage(exchange, body)) {
        message(exchange, body, now);
      } else {
        Answer.empty(404).send(exchange);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private void message(HttpExchange exchange, byte[] body, PmsMode now)
      throws IOException, InterruptedException {
    Optional<ReservationChange> change;
    try {
      change = dialect.read(idempotencyKey(exchange), body);
    } catch (MalformedMessageException malformed) {
      dialect.refused(body, malformed.reason()).send(exchange);
      return;
    }
    if (change.isEmpty()) {
      dialect
          .eventId(idempotencyKey(exchange), body)
          .ifPresent(eventId -> journal.taken(eventId, clock.instant()));
      dialect.noted(body).send(exchange);
      return;
    }
    String eventId = change.get().eventId();
    ReservationBook.Outcome outcome = book.take(change.get());
    if (outcome == ReservationBook.Outcome.TAKEN) {
      journal.taken(eventId, clock.instant());
    }
    switch (now) {
      case OK -> dialect.answer(eventId, outcome).send(exchange);
      case SLOW -> {
        pauseIf(true, delays.slow());
        dialect.answer(eventId, outcome).send(exchange);
      }
      case DUPLICATE -> unclear(exchange, eventId, outcome);
      case DOWN, GARBAGE -> throw new IllegalStateException("nothing is taken when " + now);
    }
  }

  /** Each way in turn; a repeat is told at once, so that whoever asks again gets on. */
  private void unclear(HttpExchange exchange, String eventId, ReservationBook.Outcome outcome)
      throws IOException, InterruptedException {
    Answer already = dialect.answer(eventId, ReservationBook.Outcome.ALREADY_TAKEN);
    int way = outcome == ReservationBook.Outcome.TAKEN ? unclear.getAndIncrement() % 3 : 0;
    switch (way) {
      case 1 -> exchange.close(); // taken, and the answer lost on its way
      case 2 -> {
        pauseIf(true, delays.late());
        already.send(exchange);
      }
      default -> already.send(exchange);
    }
  }

  private Answer statement(StatementRequest request) throws IOException {
    List<Map<String, Object>> lines =
        book.of(request.propertyId(), request.from(), request.to()).stream()
            .map(PmsSimulator::line)
            .toList();
    return Answer.json(200, JSON.writeValueAsBytes(Map.of("reservations", lines)));
  }

  private static Map<String, Object> line(Reservation reservation) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("bookingId", reservation.bookingId());
    line.put("decidingRegion", reservation.decidingRegion());
    line.put("roomId", reservation.roomId());
    line.put("checkIn", reservation.checkIn().toString());
    line.put("checkOut", reservation.checkOut().toString());
    line.put("units", reservation.units());
    line.put("status", reservation.status().name());
    line.put("bookingVersion", reservation.bookingVersion());
    return line;
  }

  private boolean isMessage(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getPath();
    return exchange.getRequestMethod().equals("POST")
        && (path.equals(dialect.path()) || path.equals(dialect.path() + "/"))
        && body.length <= LARGEST_BODY;
  }

  private boolean isSigned(HttpExchange exchange, byte[] body, boolean statement) {
    byte[] signed =
        statement ? exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8) : body;
    return signature.verifies(exchange.getRequestHeaders().getFirst("X-Signature"), signed);
  }

  private static Optional<String> idempotencyKey(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
  }

  private static void pauseIf(boolean condition, Duration pause) throws InterruptedException {
    if (condition) {
      Thread.sleep(pause);
    }
  }
}
