package com.globalbooking.contract;

/**
 * Attributes of a message on the topic {@code inventory-updates}, by which subscriptions filter.
 * The body is the {@link DomainEvent} as JSON; group id is the property, deduplication id the event
 * id.
 */
public final class MessageAttribute {
  /** Type of the event, for example {@code BookingConfirmed}. */
  public static final String EVENT_TYPE = "eventType";

  /** {@link PmsIntegration#id} of the property; absent when the property has no PMS. */
  public static final String PMS_INTEGRATION = "pmsIntegration";

  private MessageAttribute() {}
}
