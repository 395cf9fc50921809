package com.globalbooking.local.messaging;

/**
 * How far a subscription is.
 *
 * @param delivered messages that the queue has taken
 * @param waiting messages that it has not taken yet
 * @param lost messages that could not be delivered and had no dead letter queue
 * @param lastError why the last delivery failed; empty when none did
 */
public record SubscriptionStatus(
    String topic, String endpoint, long delivered, int waiting, long lost, String lastError) {}
