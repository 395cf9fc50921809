package com.globalbooking.audit;

import com.globalbooking.domain.AuditUnavailableException;
import com.globalbooking.secrets.SecretUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Gives out connections; logs in anew, once, when the password was changed. */
final class AuditDatabase {
  private static final String LOG_IN_REFUSED = "28000";

  /** What is done with a connection. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private final DataSource source;
  private final DatabaseUser user;

  AuditDatabase(DataSource source, DatabaseUser user) {
    this.source = source;
    this.user = user;
  }

  <T> T run(Work<T> work) {
    try (Connection connection = open()) {
      return work.with(connection);
    } catch (SQLException | SecretUnavailableException e) {
      throw new AuditUnavailableException("the audit database did not do what it was asked", e);
    }
  }

  private Connection open() throws SQLException {
    try {
      return source.getConnection();
    } catch (SQLException e) {
      if (!isLogInRefused(e)) {
        throw e;
      }
      user.refused();
      return source.getConnection();
    }
  }

  private static boolean isLogInRefused(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e && LOG_IN_REFUSED.equals(e.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
