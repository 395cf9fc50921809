package com.globalbooking.local.messaging;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that a topic has taken.
 *
 * @param sequenceNumber of FIFO topics
 */
public record PublishedMessage(
    String messageId, Optional<String> sequenceNumber, Instant publishedAt, TopicMessage message) {}
