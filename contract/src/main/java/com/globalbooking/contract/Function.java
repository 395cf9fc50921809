package com.globalbooking.contract;

import static com.globalbooking.contract.EnvironmentVariable.BOOKING_ALARM_TOPIC;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_AUDIT_DATABASE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_AUDIT_MASTER_SECRET;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_AUDIT_READER_SECRET;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_AUDIT_WRITER_SECRET;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_BOOKINGS_TABLE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_CACHE_ENDPOINT;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_CACHE_NAME;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_CACHE_USER;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_CIRCUIT_FAILURE_THRESHOLD;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_CIRCUIT_OPEN_SECONDS;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_CONTROL_TABLE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_DEAD_LETTER_QUEUE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_ENVIRONMENT;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_EVENT_BUS;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_HOME_REGION;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_INVENTORY_TABLE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_OUTBOX_TABLE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_PMS_CONNECTIONS;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_PMS_SECRET;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_RECONCILIATION_BUDGET_SECONDS;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_REGIONS;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_REGIONS_TABLE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_REGION_ALARM;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_RESOLVER_QUEUE;
import static com.globalbooking.contract.EnvironmentVariable.BOOKING_TOPIC;

import java.util.Set;

/** The fleet: each function by its id, and exactly the environment variables it reads. */
public enum Function {
  /** Books a stay and reads bookings. */
  BOOKING_HANDLER(
      "booking-handler",
      Set.of(
          BOOKING_INVENTORY_TABLE, BOOKING_BOOKINGS_TABLE, BOOKING_OUTBOX_TABLE, BOOKING_REGIONS)),
  /** Takes allotments from hotels. */
  INVENTORY_LOADER(
      "inventory-loader",
      Set.of(BOOKING_INVENTORY_TABLE, BOOKING_OUTBOX_TABLE, BOOKING_REGIONS, BOOKING_HOME_REGION)),

  /** Answers what is free at a property. */
  AVAILABILITY_READER(
      "availability-reader",
      Set.of(
          BOOKING_INVENTORY_TABLE, BOOKING_CACHE_ENDPOINT, BOOKING_CACHE_NAME, BOOKING_CACHE_USER)),

  /** Publishes the outbox. */
  EVENT_PUBLISHER(
      "event-publisher",
      Set.of(
          BOOKING_CONTROL_TABLE,
          BOOKING_TOPIC,
          BOOKING_EVENT_BUS,
          BOOKING_PMS_CONNECTIONS,
          BOOKING_DEAD_LETTER_QUEUE)),

  /** Makes the cache follow the inventory table. */
  CACHE_UPDATER(
      "cache-updater",
      Set.of(
          BOOKING_CACHE_ENDPOINT,
          BOOKING_CACHE_NAME,
          BOOKING_CACHE_USER,
          BOOKING_ENVIRONMENT,
          BOOKING_DEAD_LETTER_QUEUE)),

  /** Sees overbookings and twins within seconds. */
  HOT_BOOKING_CHECKER(
      "hot-booking-checker",
      Set.of(
          BOOKING_INVENTORY_TABLE,
          BOOKING_BOOKINGS_TABLE,
          BOOKING_RESOLVER_QUEUE,
          BOOKING_ENVIRONMENT,
          BOOKING_DEAD_LETTER_QUEUE)),

  /** Tells hotels' property management systems. */
  PMS_SYNC_WORKER(
      "pms-sync-worker",
      Set.of(
          BOOKING_CONTROL_TABLE,
          BOOKING_PMS_CONNECTIONS,
          BOOKING_PMS_SECRET,
          BOOKING_CIRCUIT_FAILURE_THRESHOLD,
          BOOKING_CIRCUIT_OPEN_SECONDS,
          BOOKING_ENVIRONMENT,
          BOOKING_DEAD_LETTER_QUEUE)),

  /** Appends events to the audit trail. */
  AUDIT_WRITER(
      "audit-writer",
      Set.of(BOOKING_AUDIT_DATABASE, BOOKING_AUDIT_WRITER_SECRET, BOOKING_DEAD_LETTER_QUEUE)),

  /** Brings the audit database's schema and users up to date, once per deployment. */
  AUDIT_MIGRATOR(
      "audit-migrator",
      Set.of(
          BOOKING_AUDIT_DATABASE,
          BOOKING_AUDIT_MASTER_SECRET,
          BOOKING_AUDIT_WRITER_SECRET,
          BOOKING_AUDIT_READER_SECRET)),

  /** Compares tables, cache, replicas, audit trail and PMS. */
  RECONCILIATION_CHECKER(
      "reconciliation-checker",
      Set.of(
          BOOKING_INVENTORY_TABLE,
          BOOKING_BOOKINGS_TABLE,
          BOOKING_CONTROL_TABLE,
          BOOKING_REGIONS,
          BOOKING_CACHE_ENDPOINT,
          BOOKING_CACHE_NAME,
          BOOKING_CACHE_USER,
          BOOKING_AUDIT_DATABASE,
          BOOKING_AUDIT_READER_SECRET,
          BOOKING_PMS_CONNECTIONS,
          BOOKING_PMS_SECRET,
          BOOKING_ENVIRONMENT,
          BOOKING_RECONCILIATION_BUDGET_SECONDS)),

  /** Moves guests of overbooked nights to equivalent rooms and cancels twins. */
  OVERBOOKING_RESOLVER(
      "overbooking-resolver",
      Set.of(
          BOOKING_INVENTORY_TABLE,
          BOOKING_BOOKINGS_TABLE,
          BOOKING_OUTBOX_TABLE,
          BOOKING_CONTROL_TABLE,
          BOOKING_ALARM_TOPIC,
          BOOKING_ENVIRONMENT,
          BOOKING_DEAD_LETTER_QUEUE)),

  /** Says what this Region thinks of itself, and how old what it hears of the others is. */
  REGION_HEALTH(
      "region-health",
      Set.of(
          BOOKING_INVENTORY_TABLE,
          BOOKING_BOOKINGS_TABLE,
          BOOKING_CONTROL_TABLE,
          BOOKING_REGIONS_TABLE,
          BOOKING_REGIONS,
          BOOKING_ENVIRONMENT,
          BOOKING_REGION_ALARM));

  /** The alias by which every function is called: it leads to the version that serves. */
  public static final String LIVE = "live";

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of(...) is immutable
  private final Set<EnvironmentVariable> environment;

  Function(String id, Set<EnvironmentVariable> environment) {
    this.id = id;
    this.environment = environment;
  }

  /** The function's name in the repository ({@code lambdas/<id>}), in the stack and in the docs. */
  public String id() {
    return id;
  }

  /** The environment variables that the stack sets and the function reads, no more, no fewer. */
  public Set<EnvironmentVariable> environment() {
    return environment;
  }
}
