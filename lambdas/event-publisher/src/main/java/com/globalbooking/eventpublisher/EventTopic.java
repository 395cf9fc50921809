package com.globalbooking.eventpublisher;

import com.globalbooking.contract.PmsIntegration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The topic {@code inventory-updates}. */
public interface EventTopic {

  /**
   * An event, and what subscribers filter by.
   *
   * @param pms how the hotel's PMS is integrated; empty when it has none
   */
  record Message(OutboxEvent event, Optional<PmsIntegration> pms) {}

  /**
   * Publishes messages, each about another property. One that is published again within minutes is
   * dropped by the topic.
   *
   * @return those that were not taken, or nobody knows
   */
  Collection<Message> publish(List<Message> messages);
}
