package com.globalbooking.auditmigrator;

import com.globalbooking.secrets.SecretStore;
import com.globalbooking.secrets.UserCredentials;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings schema, users and passwords up to date. Each run gives each user a new password: first
 * into its secret, then into the database. If a run ends in between, those who are connected go on
 * working, those who read the secret anew wait, and the next run sets both right.
 */
class MigratingAudit {
  private static final String LOCK = "audit-migrator";
  private static final int LONGEST_WAIT_FOR_LOCK_SECONDS = 60;

  private final String jdbcUrl;
  private final String masterSecret;
  private final Map<AuditUser, String> userSecrets;
  private final SecretStore secrets;
  private final RandomGenerator random;

  /**
   * @param masterSecret ARN of the secret that the database's keeper writes
   * @param userSecrets ARN of each user's secret
   * @param random unguessable
   */
  MigratingAudit(
      String jdbcUrl,
      String masterSecret,
      Map<AuditUser, String> userSecrets,
      SecretStore secrets,
      RandomGenerator random) {
    this.jdbcUrl = jdbcUrl;
    this.masterSecret = masterSecret;
    this.userSecrets = userSecrets;
    this.secrets = secrets;
    this.random = random;
  }

  /** Migrates; answers the version that the schema then has. */
  String migrate() {
    UserCredentials master = UserCredentials.read(secrets.read(masterSecret));
    try (Connection connection =
        DriverManager.getConnection(jdbcUrl, master.username(), master.password())) {
      lock(connection); // until the connection closes
      String version = schema(master);
      for (AuditUser user : AuditUser.values()) {
        rotate(user, connection);
      }
      return version;
    } catch (SQLException e) {
      throw new IllegalStateException("the audit database could not be migrated", e);
    }
  }

  private String schema(UserCredentials master) {
    MigrateResult result =
        Flyway.configure()
            .dataSource(jdbcUrl, master.username(), master.password())
            .locations("classpath:db/migration")
            .load()
            .migrate();
    return result.targetSchemaVersion == null
        ? String.valueOf(result.initialSchemaVersion)
        : result.targetSchemaVersion;
  }

  private void rotate(AuditUser user, Connection connection) throws SQLException {
    String arn = userSecrets.get(user);
    if (arn == null) {
      throw new IllegalStateException("no secret is named for " + user);
    }
    UserCredentials credentials = user.withNewPassword(random);
    secrets.write(arn, credentials.write());
    user.apply(connection, credentials.password());
  }

  /** Two runs at once could leave one's password in the secret and the other's in the database. */
  private static void lock(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("SELECT GET_LOCK(?, ?)")) {
      lock.setString(1, LOCK);
      lock.setInt(2, LONGEST_WAIT_FOR_LOCK_SECONDS);
      try (ResultSet taken = lock.executeQuery()) {
        if (!taken.next() || taken.getInt(1) != 1) {
          throw new SQLException("another migration is running");
        }
      }
    }
  }
}
