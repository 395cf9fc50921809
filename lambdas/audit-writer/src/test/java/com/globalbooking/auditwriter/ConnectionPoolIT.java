package com.globalbooking.auditwriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.audit.JdbcAuditTrail;
import com.globalbooking.auditwriter.TestPorts.Secrets;
import com.globalbooking.domain.AuditJournal.Refused;
import com.globalbooking.domain.AuditUnavailableException;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.secrets.UserCredentials;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The function's own connections: its pool, its secret, a real database. */
@QuarkusTest
@QuarkusTestResource(value = MariaDb.class, restrictToAnnotatedClass = true)
class ConnectionPoolIT {
  @Inject JdbcAuditTrail trail;
  @Inject Secrets secrets;

  @ConfigProperty(name = "booking.audit-database")
  String url;

  @SuppressWarnings("NullAway.Init") // by MariaDb itself
  MariaDb mariaDb;

  @BeforeEach
  void writerAndTable() throws SQLException {
    execute(
        "CREATE TABLE IF NOT EXISTS booking_event (event_id VARCHAR(200) PRIMARY KEY, event_type"
            + " VARCHAR(64), property_id VARCHAR(200), booking_id VARCHAR(200), deciding_region"
            + " VARCHAR(32), booking_version BIGINT, occurred_at DATETIME(6), payload JSON)");
    password("one");
    secrets.writer = new UserCredentials("audit_writer", "one");
  }

  @Test
  void logsInWithTheSecretAndWithTheNewOneOnceThePasswordChanged() throws SQLException {
    assertThat(append("bk-1")).isEmpty();

    password("two");
    secrets.writer = new UserCredentials("audit_writer", "two");
    // The server closes connections at times; the next one needs the new password.
    execute("KILL USER audit_writer");

    assertThat(append("bk-2")).isEmpty();
    assertThat(trail.missing(Set.of("bk-1~us-west-2~1", "bk-2~us-west-2~1", "x")))
        .containsExactly("x");
  }

  @Test
  void isUnavailableWhileTheDatabaseIsDownAndGoesOnWhenItIsBack() {
    append("bk-3");
    mariaDb.goDown();
    assertThatThrownBy(() -> append("bk-4")).isInstanceOf(AuditUnavailableException.class);

    mariaDb.comeBack();

    assertThat(append("bk-4")).isEmpty();
    assertThat(trail.missing(Set.of("bk-3~us-west-2~1", "bk-4~us-west-2~1"))).isEmpty();
  }

  @Test
  void refusesWhatDoesNotFitInsteadOfCuttingIt() {
    assertThat(append("x".repeat(250))).hasSize(1);
  }

  private List<Refused> append(String bookingId) {
    return trail.append(List.of(Sample.confirmed(bookingId, "lisbon")));
  }

  private void password(String password) throws SQLException {
    execute("CREATE USER IF NOT EXISTS audit_writer@'%'");
    execute("ALTER USER audit_writer@'%' IDENTIFIED BY '" + password + "'");
    execute("GRANT INSERT, SELECT ON audit.booking_event TO audit_writer@'%'");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "root", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
