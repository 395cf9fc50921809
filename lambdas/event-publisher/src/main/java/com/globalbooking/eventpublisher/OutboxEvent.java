package com.globalbooking.eventpublisher;

import com.globalbooking.contract.DomainEvent;
import com.globalbooking.domain.PropertyId;

/**
 * An event of the outbox.
 *
 * @param json the event as it stands there, and is published
 */
public record OutboxEvent(DomainEvent event, PropertyId property, String json) {}
