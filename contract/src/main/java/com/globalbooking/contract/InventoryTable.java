package com.globalbooking.contract;

/**
 * Names in the global inventory table. One item is the allotment of one Region for one room-night:
 * only the Region in {@link #OWNER_REGION} ever writes it (invariant {@code SingleWriter}).
 */
public final class InventoryTable {
  /** Partition key: {@code propertyId#roomId#date}. */
  public static final String BOOKING_KEY = "booking_key";

  /** Sort key: the Region that owns this allotment. */
  public static final String OWNER_REGION = "owner_region";

  public static final String PROPERTY_ID = "property_id";
  public static final String ROOM_ID = "room_id";

  /** ISO date of the night. */
  public static final String STAY_DATE = "stay_date";

  /** Units that the hotel gave this Region to sell. */
  public static final String ALLOTTED_UNITS = "allotted_units";

  /**
   * Units still free: allotted less sold less held. Negative when the hotel took away units that
   * were sold: so many are overbooked.
   */
  public static final String AVAILABLE_UNITS = "available_units";

  /** Units under a hold. */
  public static final String RESERVED_UNITS = "reserved_units";

  /**
   * Rank of the room among those of its property, 1 to 100: a guest may be moved to a room of the
   * same or a higher rank.
   */
  public static final String ROOM_RANK = "room_rank";

  /** Raised by one with each change. */
  public static final String VERSION = "version";

  /** ISO instant. */
  public static final String CREATED_AT = "created_at";

  /** ISO instant. */
  public static final String UPDATED_AT = "updated_at";

  /** TTL, epoch seconds: garbage collection of nights long past, never business logic. */
  public static final String EXPIRY_TIME = "expiry_time";

  /** GSI on {@link #PROPERTY_ID} and {@link #STAY_DATE}, all attributes. */
  public static final String PROPERTY_INDEX = "PropertyIndex";

  private InventoryTable() {}
}
