package com.globalbooking.auditmigrator;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Random;

/** Stands in for what the function would reach: the database. */
@Mock
class TestPorts {
  @Produces
  @Singleton
  Migrated migrated() {
    return new Migrated();
  }

  /** Counts instead of migrating. */
  static final class Migrated extends MigratingAudit {
    int runs;
    boolean fails;

    Migrated() {
      super("", "", Map.of(), new SecretsInMemory(), new Random(1));
    }

    @Override
    String migrate() {
      if (fails) {
        throw new IllegalStateException("the database is down");
      }
      runs++;
      return "1";
    }
  }
}
