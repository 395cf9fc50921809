package com.globalbooking.auditwriter;

import com.globalbooking.audit.MariaDb;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts the database that the function under test is configured for. */
public final class AuditDatabase implements QuarkusTestResourceLifecycleManager {
  private final MariaDb mariaDb = MariaDb.start();

  @Override
  public Map<String, String> start() {
    return Map.of("booking.audit-database", mariaDb.freshDatabase());
  }

  @Override
  public void stop() {
    mariaDb.goDown();
  }

  /** A test may take it away and bring it back. */
  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(AuditDatabase.class));
  }

  void goDown() {
    mariaDb.goDown();
  }

  void comeBack() {
    mariaDb.comeBack();
  }
}
