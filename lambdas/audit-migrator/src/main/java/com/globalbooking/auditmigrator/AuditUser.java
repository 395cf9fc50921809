package com.globalbooking.auditmigrator;

import com.globalbooking.secrets.UserCredentials;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.random.RandomGenerator;

/**
 * A user of the audit database, who may do one thing only and only over an encrypted connection.
 */
enum AuditUser {
  /** Appends to the trail, and asks what is there. */
  WRITER("audit_writer", "INSERT, SELECT"),
  /** Asks what is there. */
  READER("audit_reader", "SELECT");

  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  /** Over 200 bits. */
  private static final int PASSWORD_LENGTH = 40;

  private final String username;
  private final String rights;

  AuditUser(String username, String rights) {
    this.username = username;
    this.rights = rights;
  }

  /** Credentials with a new password; {@code random} must be unguessable. */
  UserCredentials withNewPassword(RandomGenerator random) {
    var password = new StringBuilder(PASSWORD_LENGTH);
    for (int i = 0; i < PASSWORD_LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new UserCredentials(username, password.toString());
  }

  /**
   * Makes the user be as it should, whether or not it is there. Accounts cannot be named by
   * parameters of a prepared statement: all texts here are constants or of our alphabet.
   */
  void apply(Connection connection, String password) throws SQLException {
    String account = "'" + username + "'@'%'";
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE USER IF NOT EXISTS " + account + " IDENTIFIED BY '" + password + "'");
      statement.execute("ALTER USER " + account + " IDENTIFIED BY '" + password + "' REQUIRE SSL");
      statement.execute("GRANT " + rights + " ON booking_event TO " + account);
    }
  }
}
