package com.globalbooking.audit;

import com.globalbooking.contract.DomainEvent;
import com.globalbooking.contract.DomainEvent.OfBooking;
import com.globalbooking.domain.AuditJournal;
import com.globalbooking.domain.AuditTrail;
import com.globalbooking.events.EventJson;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The trail as the table {@code booking_event}. The table's primary key, the event id, is what
 * makes appending idempotent: an insert that it refuses is an event that is there. {@code INSERT
 * IGNORE} would bend values that do not fit, {@code ON DUPLICATE KEY UPDATE} needs the right to
 * update.
 */
public final class JdbcAuditTrail implements AuditTrail, AuditJournal {
  static final String INSERT =
      "INSERT INTO booking_event (event_id, event_type, property_id, booking_id, deciding_region,"
          + " booking_version, occurred_at, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

  private static final int DUPLICATE_KEY = 1062;

  /** Of SQLState: data that does not fit its column, and data that breaks a constraint. */
  private static final Set<String> REFUSED_CLASSES = Set.of("22", "23");

  private static final int STATEMENT_SECONDS = 5;
  private static final int IDS_IN_ONE_QUERY = 500;

  private final AuditDatabase database;

  public JdbcAuditTrail(DataSource source, DatabaseUser user) {
    this.database = new AuditDatabase(source, user);
  }

  @Override
  public List<Refused> append(List<DomainEvent> events) {
    Map<String, DomainEvent> byId = new LinkedHashMap<>();
    events.forEach(event -> byId.putIfAbsent(event.eventId(), event));
    return database.run(connection -> append(connection, byId.values()));
  }

  private static List<Refused> append(Connection connection, Collection<DomainEvent> events)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      insertAll(connection, events);
      connection.commit();
      return List.of();
    } catch (BatchUpdateException e) {
      // Some are there already or are refused: rare, so the others are told apart one by one.
      connection.rollback();
    }
    connection.setAutoCommit(true);
    List<Refused> refused = new ArrayList<>();
    for (DomainEvent event : events) {
      insertOne(connection, event).ifPresent(refused::add);
    }
    return refused;
  }

  private static void insertAll(Connection connection, Collection<DomainEvent> events)
      throws SQLException {
    try (PreparedStatement insert = prepare(connection, INSERT)) {
      for (DomainEvent event : events) {
        bind(insert, event);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static Optional<Refused> insertOne(Connection connection, DomainEvent event)
      throws SQLException {
    try (PreparedStatement insert = prepare(connection, INSERT)) {
      bind(insert, event);
      insert.executeUpdate();
      return Optional.empty();
    } catch (SQLException e) {
      if (e.getErrorCode() == DUPLICATE_KEY) {
        return Optional.empty();
      }
      String state = String.valueOf(e.getSQLState());
      if (REFUSED_CLASSES.contains(state.substring(0, Math.min(2, state.length())))) {
        // Never its text: it quotes values.
        return Optional.of(
            new Refused(event, "error " + e.getErrorCode() + ", SQL state " + state));
      }
      throw e;
    }
  }

  private static void bind(PreparedStatement insert, DomainEvent event) throws SQLException {
    insert.setString(1, event.eventId());
    insert.setString(2, event.eventType());
    insert.setString(3, event.propertyId());
    if (event instanceof OfBooking booking) {
      insert.setString(4, booking.bookingId());
      insert.setString(5, booking.decidingRegion());
      insert.setLong(6, booking.bookingVersion());
    } else {
      insert.setNull(4, Types.VARCHAR);
      insert.setNull(5, Types.VARCHAR);
      insert.setNull(6, Types.BIGINT);
    }
    insert.setObject(7, LocalDateTime.ofInstant(event.occurredAt(), ZoneOffset.UTC));
    insert.setString(8, EventJson.write(event));
  }

  @Override
  public Set<String> missing(Collection<String> eventIds) {
    Set<String> missing = new HashSet<>(eventIds);
    List<String> ids = List.copyOf(missing);
    database.run(
        connection -> {
          for (int from = 0; from < ids.size(); from += IDS_IN_ONE_QUERY) {
            List<String> some = ids.subList(from, Math.min(from + IDS_IN_ONE_QUERY, ids.size()));
            found(connection, some).forEach(missing::remove);
          }
          return missing;
        });
    return Set.copyOf(missing);
  }

  private static List<String> found(Connection connection, List<String> ids) throws SQLException {
    String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
    String sql = "SELECT event_id FROM booking_event WHERE event_id IN (" + places + ")";
    try (PreparedStatement query = prepare(connection, sql)) {
      for (int i = 0; i < ids.size(); i++) {
        query.setString(i + 1, ids.get(i));
      }
      List<String> found = new ArrayList<>(ids.size());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(STATEMENT_SECONDS);
    return statement;
  }
}
