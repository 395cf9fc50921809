package com.globalbooking.contract;

/**
 * Names in the global bookings table. A booking is inserted once, by the Region that decided it,
 * and changed only by that Region.
 */
public final class BookingsTable {
  /** Partition key. */
  public static final String BOOKING_ID = "booking_id";

  /** Sort key: the Region that decided the booking. */
  public static final String DECIDING_REGION = "deciding_region";

  public static final String PROPERTY_ID = "property_id";
  public static final String ROOM_ID = "room_id";

  /** ISO date of the first night. */
  public static final String CHECK_IN = "check_in";

  /** ISO date of departure, the day after the last night. */
  public static final String CHECK_OUT = "check_out";

  public static final String UNITS = "units";

  /** Subject ({@code sub}) of the token that booked; the only one who may read the booking. */
  public static final String GUEST_ID = "guest_id";

  public static final String GUEST_NAME = "guest_name";
  public static final String GUEST_EMAIL = "guest_email";
  public static final String STATUS = "status";

  /** SHA-256 of the request; tells a replay from another request under the same key. */
  public static final String REQUEST_HASH = "request_hash";

  /** Raised by one with each change. */
  public static final String VERSION = "version";

  /** Present and true on a booking that must never be moved to another room. */
  public static final String PROTECTED = "protected";

  /** ISO instant. */
  public static final String CREATED_AT = "created_at";

  /** ISO instant, present only while the status is {@code HELD}; makes the index sparse. */
  public static final String HOLD_DEADLINE = "hold_deadline";

  /** GSI on {@link #GUEST_ID} and {@link #CREATED_AT}. */
  public static final String GUEST_INDEX = "GuestIndex";

  /** GSI on {@link #PROPERTY_ID} and {@link #CHECK_IN}. */
  public static final String PROPERTY_STAY_INDEX = "PropertyStayIndex";

  /** Sparse GSI on {@link #DECIDING_REGION} and {@link #HOLD_DEADLINE}. */
  public static final String HOLD_DEADLINE_INDEX = "HoldDeadlineIndex";

  private BookingsTable() {}
}
