package com.globalbooking.contract;

/**
 * The outputs of a Region's stack. They are an API for other teams and test harnesses: never rename
 * one.
 */
public final class StackOutput {
  /** The Region of this stack. */
  public static final String REGION = "region";

  /** {@code primary} or {@code replica}. */
  public static final String ROLE = "role";

  /** Base URL of the booking API of this Region. */
  public static final String API_ENDPOINT = "apiEndpoint";

  /** Table names. */
  public static final String INVENTORY_TABLE_NAME = "inventoryTableName";

  public static final String BOOKINGS_TABLE_NAME = "bookingsTableName";
  public static final String OUTBOX_TABLE_NAME = "outboxTableName";

  /** Stream ARNs of this Region's copies of the tables. */
  public static final String INVENTORY_STREAM_ARN = "inventoryStreamArn";

  public static final String BOOKINGS_STREAM_ARN = "bookingsStreamArn";
  public static final String OUTBOX_STREAM_ARN = "outboxStreamArn";

  /** Name of the control table. */
  public static final String CONTROL_TABLE_NAME = "controlTableName";

  /** ARN of the topic that carries every event. */
  public static final String TOPIC_ARN = "topicArn";

  /** ARN of the topic by which people are told; subscribe to it. */
  public static final String ALARM_TOPIC_ARN = "alarmTopicArn";

  /** Name of the event bus that carries every event. */
  public static final String EVENT_BUS_NAME = "eventBusName";

  /** Object: queue name without the stack's prefix, for example {@code audit}, to its URL. */
  public static final String QUEUE_URLS = "queueUrls";

  /** Object: queue or function id to the URL of its dead-letter queue. */
  public static final String DEAD_LETTER_QUEUE_URLS = "deadLetterQueueUrls";

  /** {@code rediss://host:port} of the cache. */
  public static final String CACHE_ENDPOINT = "cacheEndpoint";

  /** JDBC URL of the audit database, without credentials. */
  public static final String AUDIT_DATABASE_URL = "auditDatabaseUrl";

  /** ARN of the secret with the PMS signing keys; put the keys there. */
  public static final String PMS_SECRET_ARN = "pmsSecretArn";

  /** ARN of the state machine that audits and repairs. */
  public static final String RECONCILIATION_STATE_MACHINE_ARN = "reconciliationStateMachineArn";

  /** Object: function id to function ARN. */
  public static final String FUNCTION_ARNS = "functionArns";

  /** Object, primary stack only: Region to stream ARN, for the replicas' stacks to read. */
  public static final String INVENTORY_STREAM_ARNS = "inventoryStreamArns";

  /** Object, primary stack only: Region to stream ARN, for the replicas' stacks to read. */
  public static final String BOOKINGS_STREAM_ARNS = "bookingsStreamArns";

  /** Object, primary stack only: Region to stream ARN, for the replicas' stacks to read. */
  public static final String REGIONS_STREAM_ARNS = "regionsStreamArns";

  private StackOutput() {}
}
