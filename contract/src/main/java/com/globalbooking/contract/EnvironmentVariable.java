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
  BOOKING_HOME_REGION;

  /** The configuration property that a function reads for this variable. */
  public String property() {
    String[] words = name().split("_", 2);
    return words[0].toLowerCase(Locale.ROOT)
        + "."
        + words[1].toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
