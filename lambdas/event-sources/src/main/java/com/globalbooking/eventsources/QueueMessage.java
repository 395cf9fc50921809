package com.globalbooking.eventsources;

import java.time.Instant;
import java.util.Optional;

/**
 * One message of a queue.
 *
 * @param receiptHandle by which its visibility is changed
 * @param receives how often it has been received, this time included
 * @param sentAt when it was sent to the queue
 */
public record QueueMessage(
    String id,
    String sourceArn,
    Optional<String> group,
    String body,
    String receiptHandle,
    int receives,
    Instant sentAt)
    implements Delivery {}
