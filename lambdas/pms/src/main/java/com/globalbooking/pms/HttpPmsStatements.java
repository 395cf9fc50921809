package com.globalbooking.pms;

import com.fasterxml.jackson.databind.JsonNode;
import com.globalbooking.contract.PmsConnection;
import com.globalbooking.domain.BookingId;
import com.globalbooking.domain.DateRange;
import com.globalbooking.domain.PmsStatements;
import com.globalbooking.domain.PmsUnavailableException;
import com.globalbooking.domain.PropertyId;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.RoomId;
import com.globalbooking.domain.Stay;
import com.globalbooking.domain.Units;
import com.globalbooking.domain.pms.Circuit.State.Closed;
import com.globalbooking.domain.pms.CircuitBreakers;
import com.globalbooking.domain.pms.PmsDirectory;
import com.globalbooking.domain.pms.PmsName;
import com.globalbooking.pms.Reply.Answered;
import com.globalbooking.secrets.SecretUnavailableException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements of PMSs over HTTP, the same in both integrations. A PMS whose circuit is not closed is
 * not asked: it is to be left alone, whoever calls.
 */
public final class HttpPmsStatements implements PmsStatements {
  /** Some ten thousand reservations. */
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private final PmsDirectory directory;
  private final CircuitBreakers breakers;
  private final PmsConnections connections;
  private final SignedHttp http;

  public HttpPmsStatements(
      PmsDirectory directory,
      CircuitBreakers breakers,
      PmsConnections connections,
      SignedHttp http) {
    this.directory = directory;
    this.breakers = breakers;
    this.connections = connections;
    this.http = http;
  }

  @Override
  public Optional<List<Reservation>> reservations(PropertyId property, DateRange range) {
    return directory.of(property).map(pms -> reservations(pms, property, range));
  }

  private List<Reservation> reservations(PmsName pms, PropertyId property, DateRange range) {
    PmsConnection connection =
        connections
            .find(pms)
            .orElseThrow(() -> new PmsUnavailableException("PMS " + pms + " is not configured"));
    if (!(breakers.read(pms).state() instanceof Closed)) {
      throw new PmsUnavailableException("the circuit of PMS " + pms + " is open");
    }
    Reply reply;
    try {
      reply =
          http.get(
              connection,
              "/properties/%s/reservations?from=%s&to=%s"
                  .formatted(property, range.from(), range.to()),
              MOST_BYTES);
    } catch (SecretUnavailableException e) {
      throw new PmsUnavailableException("requests to PMS " + pms + " cannot be signed", e);
    }
    if (reply instanceof Answered answered && answered.isSuccess()) {
      JsonNode statement =
          HostileJson.object(answered)
              .orElseThrow(() -> new PmsUnavailableException("PMS " + pms + " answered garbage"));
      return read(pms, statement.path("reservations"));
    }
    throw new PmsUnavailableException(
        "PMS %s gave no statement: %s"
            .formatted(
                pms,
                switch (reply) {
                  case Answered answered -> "status " + answered.status();
                  case Reply.NoAnswer(String reason) -> reason;
                }));
  }

  private static List<Reservation> read(PmsName pms, JsonNode list) {
    if (!list.isArray()) {
      throw new PmsUnavailableException("PMS " + pms + " answered no list of reservations");
    }
    List<Reservation> reservations = new ArrayList<>(list.size());
    try {
      list.forEach(json -> reservations.add(reservation(json)));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new PmsUnavailableException("PMS " + pms + " answered a reservation that is none", e);
    }
    return List.copyOf(reservations);
  }

  private static Reservation reservation(JsonNode json) {
    return new Reservation(
        new BookingId(text(json, "bookingId")),
        new Region(text(json, "decidingRegion")),
        new RoomId(text(json, "roomId")),
        new Stay(LocalDate.parse(text(json, "checkIn")), LocalDate.parse(text(json, "checkOut"))),
        new Units((int) whole(json, "units", Units.MAX)),
        switch (text(json, "status")) {
          case "CONFIRMED" -> true;
          case "CANCELLED" -> false;
          default -> throw new IllegalArgumentException("status is unknown");
        },
        whole(json, "bookingVersion", Long.MAX_VALUE));
  }

  private static String text(JsonNode json, String name) {
    String text = json.path(name).textValue();
    if (text == null) {
      throw new IllegalArgumentException(name + " is not a text");
    }
    return text;
  }

  private static long whole(JsonNode json, String name, long most) {
    JsonNode value = json.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException(name + " is not a whole number");
    }
    long whole = value.longValue();
    if (whole < 0 || whole > most) {
      throw new IllegalArgumentException(name + " is out of range");
    }
    return whole;
  }
}
