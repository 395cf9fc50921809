package com.globalbooking.local.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.certificates.Certificates;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The audit functions' own driver, on the URL that the stack gives to them. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MariaDbEngineIT {
  private static final Path HOME = Path.of("engines", "target", "mariadb");
  private static final String MASTER = "audit_admin";
  private static final String PASSWORD = "correct-horse";

  @TempDir private static Path directory;
  private static Certificates certificates;
  private static MariaDbEngine engine;

  @BeforeAll
  static void start() throws Exception {
    certificates = Certificates.make(directory.resolve("certificates"));
    engine = MariaDbEngine.start(HOME, directory, certificates);
    engine.createDatabase("audit", MASTER, PASSWORD);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void theMasterUserConnectsEncryptedWithoutTrustingAnybody() throws Exception {
    try (Connection connection = connect("sslMode=trust")) {
      assertThat(single(connection, "SHOW SESSION STATUS LIKE 'Ssl_version'", 2))
          .startsWith("TLSv1.");
      assertThat(single(connection, "SELECT VERSION()", 1)).startsWith("11.4.");
    }
  }

  @Test
  void theCertificateCanBeVerified() throws Exception {
    try (Connection connection =
        connect("sslMode=verify-full&serverSslCert=" + certificates.authority())) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  @Test
  void withoutTlsNobodyGetsIn() {
    assertThatThrownBy(() -> connect("sslMode=disable").close()).isInstanceOf(SQLException.class);
  }

  @Test
  void onlyDeclaredUsersGetIn() {
    for (String stranger : new String[] {"root", "", "mysql"}) {
      assertThatThrownBy(() -> connect(stranger, "", "sslMode=trust").close())
          .as("user '%s'", stranger)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("Access denied");
    }
  }

  @Test
  void theMasterUserMakesTablesAndUsersOfLessRight() throws Exception {
    try (Connection master = connect("sslMode=trust");
        Statement statement = master.createStatement()) {
      statement.execute("CREATE TABLE trail (id INT PRIMARY KEY)");
      statement.execute("CREATE USER 'clerk'@'%' IDENTIFIED BY 'clerk-password'");
      statement.execute("GRANT INSERT ON audit.trail TO 'clerk'@'%'");
    }
    try (Connection clerk = connect("clerk", "clerk-password", "sslMode=trust");
        Statement statement = clerk.createStatement()) {
      statement.execute("INSERT INTO trail VALUES (1)");
      assertThatThrownBy(() -> statement.execute("DELETE FROM trail"))
          .hasMessageContaining("denied");
    }
  }

  @Test
  void theMasterUserMayNotReachTheMachine() throws Exception {
    try (Connection master = connect("sslMode=trust");
        Statement statement = master.createStatement()) {
      assertThatThrownBy(() -> statement.execute("SELECT 1 INTO OUTFILE '/tmp/never-written'"))
          .hasMessageContaining("denied");
    }
  }

  @Test
  void whatWasCommittedOutlivesAKill() throws Exception {
    try (Connection connection = connect("sslMode=trust");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept (id INT PRIMARY KEY) ENGINE=InnoDB");
      for (int i = 0; i < 100; i++) {
        statement.execute("INSERT INTO kept VALUES (" + i + ")");
      }
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO kept VALUES (1000)");

      engine.kill();
      assertThatThrownBy(() -> connect("sslMode=trust").close()).isInstanceOf(SQLException.class);
    }

    engine.restart();
    try (Connection connection = connect("sslMode=trust")) {
      assertThat(single(connection, "SELECT COUNT(*) FROM kept", 1)).isEqualTo("100");
    }
  }

  @Test
  void namesThatAreNoNamesAreRefused() {
    assertThatThrownBy(() -> engine.createDatabase("a`b", MASTER, PASSWORD))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> engine.createDatabase("audit", "x'y", PASSWORD))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> engine.createDatabase("audit", MASTER, "it's a quote"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMissingServerIsToldWithWhatToDo() {
    assertThatThrownBy(() -> MariaDbEngine.start(directory, directory, certificates))
        .hasMessageContaining("scripts/build");
  }

  private static Connection connect(String options) throws SQLException {
    return connect(MASTER, PASSWORD, options);
  }

  private static Connection connect(String user, String password, String options)
      throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mariadb://127.0.0.1:%d/audit?%s".formatted(engine.port(), options), user, password);
  }

  private static String single(Connection connection, String query, int column)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return String.valueOf(rows.getString(column));
    }
  }
}
