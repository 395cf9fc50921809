package com.globalbooking.auditwriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.audit.JdbcAuditTrail;
import com.globalbooking.audit.MariaDb;
import com.globalbooking.auditwriter.TestPorts.Secrets;
import com.globalbooking.domain.AuditJournal.Refused;
import com.globalbooking.domain.AuditUnavailableException;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.secrets.UserCredentials;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The function's own connections: its pool, its secret, a real database. */
@QuarkusTest
@QuarkusTestResource(value = AuditDatabase.class, restrictToAnnotatedClass = true)
class ConnectionPoolIT {
  @Inject JdbcAuditTrail trail;
  @Inject Secrets secrets;

  @Inject BookingConfig config;

  @SuppressWarnings("NullAway.Init") // it injects itself
  AuditDatabase database;

  @BeforeEach
  void writerAndTable() {
    execute(
        "CREATE TABLE IF NOT EXISTS booking_event (event_id VARCHAR(200) PRIMARY KEY, event_type"
            + " VARCHAR(64), property_id VARCHAR(200), booking_id VARCHAR(200), deciding_region"
            + " VARCHAR(32), booking_version BIGINT, occurred_at DATETIME(6), payload JSON)");
    password("one");
    secrets.writer = new UserCredentials("audit_writer", "one");
  }

  @Test
  void logsInWithTheSecretAndWithTheNewOneOnceThePasswordChanged() {
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
    database.goDown();
    assertThatThrownBy(() -> append("bk-4")).isInstanceOf(AuditUnavailableException.class);

    database.comeBack();

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

  private void password(String password) {
    execute("CREATE USER IF NOT EXISTS audit_writer@'%'");
    execute("ALTER USER audit_writer@'%' IDENTIFIED BY '" + password + "'");
    execute("GRANT INSERT, SELECT ON booking_event TO audit_writer@'%'");
  }

  private void execute(String sql) {
    MariaDb.execute(config.auditDatabase(), sql);
  }
}
