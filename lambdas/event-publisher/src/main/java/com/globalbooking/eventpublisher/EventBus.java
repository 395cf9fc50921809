package com.globalbooking.eventpublisher;

import java.util.Collection;
import java.util.List;

/** The event bus, for consumers that need neither order nor filters of ours. */
public interface EventBus {

  /**
   * Puts events on the bus, in no order.
   *
   * @return those that were not taken, or nobody knows
   */
  Collection<OutboxEvent> put(List<OutboxEvent> events);
}
