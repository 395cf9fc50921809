package com.globalbooking.contract;

/** Names in the outbox table of a Region: events written in the same transaction as the change. */
public final class OutboxTable {
  /**
   * Partition key: the property that the event is about. A stream keeps the order of one partition
   * key, and consumers need the order of one property.
   */
  public static final String PROPERTY_ID = "property_id";

  /** Sort key: the event id. */
  public static final String OUTBOX_ID = "outbox_id";

  /** Simple name of the event record, for example {@code BookingConfirmed}. */
  public static final String EVENT_TYPE = "event_type";

  /** The event as JSON. */
  public static final String PAYLOAD = "payload";

  /** ISO instant. */
  public static final String CREATED_AT = "created_at";

  /** TTL, epoch seconds. */
  public static final String EXPIRY_TIME = "expiry_time";

  private OutboxTable() {}
}
