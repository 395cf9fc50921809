package com.globalbooking.contract;

import java.util.Locale;

/**
 * The environment variables that the stack sets on functions, over and above those that Lambda
 * itself sets: {@code AWS_REGION} names the Region a function runs in and {@code
 * AWS_LAMBDA_FUNCTION_NAME} its name, which is the same in every Region.
 *
 * <p>Functions read them as configuration properties: {@code BOOKING_INVENTORY_TABLE} is the
 * property {@code booking.inventory-table}.
 */
public enum EnvironmentVariable {
  /** Name of the inventory table. */
  BOOKING_INVENTORY_TABLE,
  /** Name of the bookings table. */
  BOOKING_BOOKINGS_TABLE,
  /** Name of the outbox table of this Region. */
  BOOKING_OUTBOX_TABLE,
  /** All Regions of the deployment, comma-separated, the primary Region first. */
  BOOKING_REGIONS,
  /** The Region that owns an allotment when the hotel names none. */
  BOOKING_HOME_REGION,

  /** Name of the control table of this Region. */
  BOOKING_CONTROL_TABLE,

  /** Name of the regions table. */
  BOOKING_REGIONS_TABLE,

  /** The environment, for example {@code prod}; a dimension of every metric. */
  BOOKING_ENVIRONMENT,

  /** Name of the composite alarm that says whether guests can book in this Region. */
  BOOKING_REGION_ALARM,

  /** ARN of the topic {@code inventory-updates}. */
  BOOKING_TOPIC,

  /** Name of the event bus. */
  BOOKING_EVENT_BUS,

  /** ARN of the topic by which people are told. */
  BOOKING_ALARM_TOPIC,

  /** URL of the queue for what this function cannot read. */
  BOOKING_DEAD_LETTER_QUEUE,

  /** URL of the queue of {@code overbooking-resolver}. */
  BOOKING_RESOLVER_QUEUE,

  /** {@code rediss://host:port} of the cache's configuration endpoint. */
  BOOKING_CACHE_ENDPOINT,

  /** Id of the cache's replication group; part of what an IAM token for it is signed over. */
  BOOKING_CACHE_NAME,

  /** Cache user that the function authenticates as, with an IAM token. */
  BOOKING_CACHE_USER,

  /** JDBC URL of the audit database, without credentials. */
  BOOKING_AUDIT_DATABASE,

  /** ARN of the secret of the audit database's master user, which RDS keeps and rotates. */
  BOOKING_AUDIT_MASTER_SECRET,

  /** ARN of the secret of the user who may only append to the audit trail. */
  BOOKING_AUDIT_WRITER_SECRET,

  /** ARN of the secret of the user who may only read the audit trail. */
  BOOKING_AUDIT_READER_SECRET,

  /** PMS connections: {@code name=integration=url}, comma-separated. */
  BOOKING_PMS_CONNECTIONS,

  /** ARN of the secret that holds the signing keys: a JSON object, connection name to key. */
  BOOKING_PMS_SECRET,

  /** Failures in a row after which a PMS connection is left alone. */
  BOOKING_CIRCUIT_FAILURE_THRESHOLD,

  /** How long a PMS connection is then left alone, in seconds. */
  BOOKING_CIRCUIT_OPEN_SECONDS,

  /** How long one look at a segment may take, in seconds; the next one goes on from there. */
  BOOKING_RECONCILIATION_BUDGET_SECONDS;

  /** The configuration property that a function reads for this variable. */
  public String property() {
    String[] words = name().split("_", 2);
    return words[0].toLowerCase(Locale.ROOT)
        + "."
        + words[1].toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
