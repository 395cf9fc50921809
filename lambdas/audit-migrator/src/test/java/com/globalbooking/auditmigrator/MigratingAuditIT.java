package com.globalbooking.auditmigrator;

import static com.globalbooking.auditmigrator.MigratedDatabase.READER;
import static com.globalbooking.auditmigrator.MigratedDatabase.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.domain.AuditUnavailableException;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.secrets.UserCredentials;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigratingAuditIT {
  private final MigratedDatabase database = new MigratedDatabase();

  @Test
  void migratesAnEmptyDatabaseAndTheSameAgain() {
    assertThat(database.migrate()).isEqualTo("1");
    var trail = database.trail(WRITER);
    trail.append(List.of(Sample.confirmed("bk-1", "lisbon")));

    assertThat(database.migrate()).isEqualTo("1");

    assertThat(trail.missing(Set.of("bk-1~us-west-2~1"))).isEmpty();
  }

  @Test
  void eachRunChangesThePasswordsAndWhoIsRefusedReadsItsSecretAgain() {
    database.migrate();
    var trail = database.trail(WRITER);
    trail.append(List.of(Sample.confirmed("bk-1", "lisbon")));
    String before = database.secrets.read(WRITER);

    database.migrate();

    assertThat(database.secrets.read(WRITER)).isNotEqualTo(before);
    assertThat(trail.append(List.of(Sample.confirmed("bk-2", "lisbon")))).isEmpty();
  }

  @Test
  void aRunThatEndedBetweenSecretAndDatabaseIsHealedByTheNext() {
    database.migrate();
    database.secrets.write(WRITER, new UserCredentials("audit_writer", "never set").write());
    assertThatThrownBy(() -> database.trail(WRITER).missing(Set.of("x")))
        .isInstanceOf(AuditUnavailableException.class);

    database.migrate();

    assertThat(database.trail(WRITER).missing(Set.of("x"))).containsExactly("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE booking_event SET event_type = 'x'",
        "DELETE FROM booking_event",
        "TRUNCATE TABLE booking_event",
        "DROP TABLE booking_event",
        "ALTER TABLE booking_event DROP PRIMARY KEY",
        "CREATE TABLE other (id INT)",
        "INSERT INTO booking_event (event_id) VALUES ('a') ON DUPLICATE KEY UPDATE event_id = 'b'",
        "SELECT * FROM flyway_schema_history"
      })
  void theWriterMayOnlyAppend(String sql) throws SQLException {
    database.migrate();
    database.trail(WRITER).append(List.of(Sample.confirmed("bk-1", "lisbon")));

    assertRefused(WRITER, sql);
    assertThat(database.ask("SELECT event_type FROM booking_event")).isEqualTo("BookingConfirmed");
  }

  @Test
  void theReaderMayNotEvenAppend() throws SQLException {
    database.migrate();

    assertRefused(READER, "INSERT INTO booking_event (event_id) VALUES ('a')");
    assertThat(database.trail(READER).missing(Set.of("x"))).containsExactly("x");
  }

  @Test
  void nobodyConnectsWithoutEncryption() {
    database.migrate();
    var credentials = UserCredentials.read(database.secrets.read(WRITER));
    String plain = database.url.replace("sslMode=trust", "sslMode=disable");

    assertThatThrownBy(
            () ->
                DriverManager.getConnection(plain, credentials.username(), credentials.password()))
        .isInstanceOf(SQLException.class);
  }

  private void assertRefused(String secret, String sql) throws SQLException {
    try (Connection connection = database.connect(secret);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql))
          .isInstanceOfSatisfying(
              SQLException.class, refusal -> assertThat(refusal.getMessage()).contains("denied"));
    }
  }
}
