package com.globalbooking.local.messaging;

import java.util.Optional;

/**
 * Who gets the messages of a topic.
 *
 * @param protocol {@code sqs}, or {@code email} and {@code email-json}, which are only recorded
 * @param endpoint the queue's ARN or the address
 * @param raw whether the queue gets the message itself instead of an envelope around it
 * @param filter what passes
 * @param filterBody whether the filter looks at the body instead of the attributes
 * @param deadLetterArn the queue for what can never be delivered
 */
public record Subscription(
    String topicArn,
    String protocol,
    String endpoint,
    boolean raw,
    EventFilter filter,
    boolean filterBody,
    Optional<String> deadLetterArn) {}
