package com.globalbooking.local.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/** A subscription at work; what it filters and how it delivers may change. Thread-safe. */
final class Subscribed implements Consumer<PublishedMessage>, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Optional<Delivery> delivery;
  private volatile Subscription subscription;

  /**
   * @param delivery takes messages to the queue; empty for people, who are only recorded
   */
  Subscribed(Subscription subscription, Optional<Delivery> delivery) {
    this.subscription = subscription;
    this.delivery = delivery;
  }

  Subscription subscription() {
    return subscription;
  }

  Optional<SubscriptionStatus> status() {
    return delivery.map(Delivery::status);
  }

  /** Whether it is the one from this topic to this endpoint. */
  boolean is(String topicArn, String protocol, String endpoint) {
    return subscription.topicArn().equals(topicArn)
        && subscription.protocol().equals(protocol)
        && subscription.endpoint().equals(endpoint);
  }

  /** Goes on under other settings, with the messages that wait. */
  void change(Subscription changed) {
    subscription = changed;
    delivery.ifPresent(it -> it.change(changed));
  }

  @Override
  public void accept(PublishedMessage message) {
    delivery
        .filter(_ -> passes(subscription, message.message()))
        .ifPresent(it -> it.offer(message));
  }

  @Override
  public void close() {
    delivery.ifPresent(Delivery::close);
  }

  private static boolean passes(Subscription subscription, TopicMessage message) {
    if (!subscription.filterBody()) {
      return subscription.filter().passes(attributes(message));
    }
    try {
      JsonNode body = JSON.readTree(message.body());
      return body.isObject() && subscription.filter().passes(body);
    } catch (JsonProcessingException notJson) {
      return false; // as SNS does
    }
  }

  private static JsonNode attributes(TopicMessage message) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    message
        .attributes()
        .forEach(
            (name, attribute) -> {
              if (!attribute.isBinary()) {
                event.set(name, filterable(attribute));
              }
            });
    return event;
  }

  private static JsonNode filterable(MessageAttributeValue attribute) {
    String value = attribute.value();
    try {
      if (attribute.dataType().startsWith("Number")) {
        return JsonNodeFactory.instance.numberNode(new BigDecimal(value));
      }
      if (attribute.dataType().equals("String.Array")) {
        return JSON.readTree(value);
      }
    } catch (NumberFormatException | JsonProcessingException asText) {
      return JsonNodeFactory.instance.textNode(value);
    }
    return JsonNodeFactory.instance.textNode(value);
  }
}
