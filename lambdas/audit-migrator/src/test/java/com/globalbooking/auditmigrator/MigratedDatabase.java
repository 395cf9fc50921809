package com.globalbooking.auditmigrator;

import com.globalbooking.audit.DatabaseUser;
import com.globalbooking.audit.JdbcAuditTrail;
import com.globalbooking.domain.contract.Sample;
import com.globalbooking.secrets.KeptSecret;
import com.globalbooking.secrets.UserCredentials;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.mariadb.jdbc.MariaDbDataSource;

/** A fresh audit database, with the secrets that its users have after migrations. */
final class MigratedDatabase {
  static final String MASTER = "arn:master";
  static final String WRITER = "arn:writer";
  static final String READER = "arn:reader";

  final String url = MariaDb.freshDatabase();
  final SecretsInMemory secrets = new SecretsInMemory();
  private final Random random = new Random(5);

  MigratedDatabase() {
    secrets.write(MASTER, new UserCredentials("root", "").write());
  }

  String migrate() {
    return new MigratingAudit(
            url,
            MASTER,
            Map.of(AuditUser.WRITER, WRITER, AuditUser.READER, READER),
            secrets,
            random)
        .migrate();
  }

  /** The trail as the function of this secret has it. */
  JdbcAuditTrail trail(String secret) {
    var user =
        new DatabaseUser(
            new KeptSecret(
                secrets, secret, Duration.ofHours(1), Clock.fixed(Sample.NOW, ZoneOffset.UTC)));
    return new JdbcAuditTrail(new LoggingInAnew(user), user);
  }

  Connection connect(String secret) throws SQLException {
    var credentials = UserCredentials.read(secrets.read(secret));
    return DriverManager.getConnection(url, credentials.username(), credentials.password());
  }

  /** Runs a statement as the database's keeper. */
  void execute(String sql) {
    try (Connection connection = connect(MASTER);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The first column of the first row of a query by the database's keeper. */
  String ask(String sql) {
    try (Connection connection = connect(MASTER);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "nothing";
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** As the pool does: the credentials of the moment for each new connection. */
  private final class LoggingInAnew extends MariaDbDataSource {
    private final DatabaseUser user;

    LoggingInAnew(DatabaseUser user) {
      this.user = user;
    }

    @Override
    public Connection getConnection() throws SQLException {
      var credentials = user.credentials();
      Connection connection =
          DriverManager.getConnection(url, credentials.username(), credentials.password());
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET SESSION sql_mode = 'STRICT_ALL_TABLES'");
      }
      return connection;
    }
  }
}
