package com.globalbooking.reconciliationchecker;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What the stack sets: the environment variables that the contract lists for this function. */
@ConfigMapping(prefix = "booking")
interface BookingConfig {
  String inventoryTable();

  String bookingsTable();

  String controlTable();

  List<String> regions();

  URI cacheEndpoint();

  String cacheName();

  String cacheUser();

  /** Read by the connection pool, in application.properties. */
  String auditDatabase();

  String auditReaderSecret();

  /** None where no hotel has a PMS. */
  Optional<List<String>> pmsConnections();

  String pmsSecret();

  int reconciliationBudgetSeconds();

  String environment();
}
