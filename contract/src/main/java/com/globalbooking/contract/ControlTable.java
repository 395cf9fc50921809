package com.globalbooking.contract;

/**
 * Names in the control table of a Region: small records that functions steer by. What a record is
 * stands in its name, before the {@code #}.
 */
public final class ControlTable {
  /** Partition key. */
  public static final String NAME = "name";

  /** TTL, epoch seconds, on records that end by themselves. */
  public static final String EXPIRY_TIME = "expiry_time";

  /** {@code property#<propertyId>}: how the property is reached. */
  public static final String PROPERTY = "property#";

  /** Of a property: the name of its PMS connection. */
  public static final String PMS = "pms";

  /** {@code circuit#<pms>}: the circuit breaker of a PMS connection. */
  public static final String CIRCUIT = "circuit#";

  /** {@code pms-sync#<eventId>}: whether the PMS has taken an event. */
  public static final String PMS_SYNC = "pms-sync#";

  /** {@code cursor#<checker>#<segment>}: where a pass over a table goes on. */
  public static final String CURSOR = "cursor#";

  /** {@code escalation#<propertyId>#<roomId>#<date>}: people were told of an overbooking. */
  public static final String ESCALATION = "escalation#";

  /** {@code health#probe}: what {@code region-health} writes to know that it can. */
  public static final String HEALTH_PROBE = "health#probe";

  /** Of the health probe: ISO instant at which it was written. */
  public static final String AT = "at";

  private ControlTable() {}
}
