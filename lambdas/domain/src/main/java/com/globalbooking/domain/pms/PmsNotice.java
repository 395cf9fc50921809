package com.globalbooking.domain.pms;

import com.globalbooking.contract.DomainEvent.OfBooking;
import java.time.Instant;

/**
 * An event that waits to be told to a PMS.
 *
 * @param id of this delivery
 * @param source the queue that it comes from
 * @param text the event as it came
 * @param queuedAt since when it waits; later than the event if people sent it again
 * @param receives how often it was delivered, this time included
 */
public record PmsNotice(
    String id, String source, String text, OfBooking event, Instant queuedAt, int receives) {}
