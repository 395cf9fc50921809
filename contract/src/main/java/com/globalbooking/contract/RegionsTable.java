package com.globalbooking.contract;

/**
 * Names in the global regions table: what Regions say of themselves to the others. Each item is
 * written only by the Region with which its {@link #OWNER} begins, and IAM holds functions to that
 * ({@code dynamodb:LeadingKeys}).
 */
public final class RegionsTable {
  /** Partition key: the Region that writes the item. */
  public static final String OWNER = "owner";

  /** Sort key: what the item is. */
  public static final String PART = "part";

  /** {@link #PART} of the one item per Region that says that it is there. */
  public static final String HEARTBEAT = "heartbeat";

  /** ISO instant at which the heartbeat was written, by the writer's clock. */
  public static final String AT = "at";

  /** Map: every other Region to the newest {@link #AT} that has been seen of it. */
  public static final String HEARS = "hears";

  /** Raised by one with each change. */
  public static final String VERSION = "version";

  /** TTL, epoch seconds, on records that end by themselves; a heartbeat has none. */
  public static final String EXPIRY_TIME = "expiry_time";

  private RegionsTable() {}
}
