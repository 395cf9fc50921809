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

  /** Object: function id to function ARN. */
  public static final String FUNCTION_ARNS = "functionArns";

  /** Object, primary stack only: Region to stream ARN, for the replicas' stacks to read. */
  public static final String INVENTORY_STREAM_ARNS = "inventoryStreamArns";

  /** Object, primary stack only: Region to stream ARN, for the replicas' stacks to read. */
  public static final String BOOKINGS_STREAM_ARNS = "bookingsStreamArns";

  private StackOutput() {}
}
