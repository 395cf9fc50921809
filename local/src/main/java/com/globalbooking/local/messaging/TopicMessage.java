package com.globalbooking.local.messaging;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody publishes to a topic.
 *
 * @param groupId of FIFO topics: messages of one group keep their order
 * @param deduplicationId of FIFO topics: a repeat within five minutes is dropped
 */
public record TopicMessage(
    String body,
    Optional<String> subject,
    Map<String, MessageAttributeValue> attributes,
    Optional<String> groupId,
    Optional<String> deduplicationId) {

  public TopicMessage {
    attributes = Map.copyOf(attributes);
  }

  /** A message for a standard topic. */
  public static TopicMessage of(String subject, String body) {
    return new TopicMessage(
        body, Optional.of(subject), Map.of(), Optional.empty(), Optional.empty());
  }
}
