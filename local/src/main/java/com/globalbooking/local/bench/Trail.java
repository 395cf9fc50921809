package com.globalbooking.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.local.LocalRegion;
import com.globalbooking.local.messaging.PublishedMessage;
import com.globalbooking.local.pms.PmsReport;
import com.globalbooking.local.pms.PmsSimulator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Where a booking leaves a trace after its answer: topic, hotel's system and audit trail. */
final class Trail implements AutoCloseable {
  private static final String ROWS = "SELECT COUNT(*) FROM audit.booking_event WHERE event_id = ?";

  private final LocalRegion region;
  private final PmsSimulator pms;
  private final String topicArn;
  private final Connection database;
  private final PreparedStatement rows;
  private final ObjectMapper json = new ObjectMapper();

  /** The event about a booking, and when the topic took it. */
  record Published(String eventId, Instant at) {}

  /**
   * @throws SQLException when the audit database does not answer
   */
  Trail(LocalRegion region, PmsSimulator pms) throws SQLException {
    this.region = region;
    this.pms = pms;
    this.topicArn = Objects.requireNonNull(region.outputs().get(StackOutput.TOPIC_ARN)).toString();
    this.database = region.stores().database().get().administrator();
    this.rows = database.prepareStatement(ROWS);
  }

  /** The first event about a booking. */
  Optional<Published> published(String bookingId) {
    return region.messaging().topics().messages(topicArn).stream()
        .filter(message -> message.message().body().contains(bookingId))
        .findFirst()
        .map(this::event);
  }

  /** When the hotel's system was first called about an event that it has taken by now. */
  Optional<Instant> pushed(String eventId) {
    return Optional.ofNullable(pms.report().events().get(eventId))
        .filter(event -> event.takenAt().isPresent())
        .map(PmsReport.Event::firstAttempt);
  }

  /** How many reservations the hotel's system has of one booking. */
  long reservations(String bookingId) {
    return pms.reservations().stream().filter(it -> it.bookingId().equals(bookingId)).count();
  }

  /** How many rows the audit trail has of one event. */
  int auditRows(String eventId) {
    try {
      rows.setString(1, eventId);
      try (ResultSet found = rows.executeQuery()) {
        found.next();
        return found.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The audit database does not answer", e);
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }

  private Published event(PublishedMessage message) {
    try {
      JsonNode body = json.readTree(message.message().body());
      return new Published(body.required("eventId").asText(), message.publishedAt());
    } catch (JsonProcessingException notAnEvent) {
      throw new IllegalStateException("The topic took what is no JSON", notAnEvent);
    }
  }
}
