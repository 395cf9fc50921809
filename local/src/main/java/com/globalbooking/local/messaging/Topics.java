package com.globalbooking.local.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AwsFault;
import com.globalbooking.local.aws.Outages;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The topics of one Region and what is subscribed to them. Thread-safe. */
public final class Topics implements AutoCloseable {
  /** What the names of FIFO topics and queues end with. */
  public static final String FIFO = ".fifo";

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * How a topic treats messages.
   *
   * @param fifo whether it keeps order and drops repeats
   * @param contentBasedDeduplication whether equal bodies are repeats when no id is given
   * @param deduplicatesByGroup whether an id is one of its group, instead of the topic
   */
  public record Settings(
      boolean fifo, boolean contentBasedDeduplication, boolean deduplicatesByGroup) {}

  private final RegionName region;
  private final String accountId;
  private final SqsEngine queues;
  private final ResourcePolicies policies;
  private final Outages outages;
  private final Clock clock;
  private final Backoff backoff;
  private final Map<String, Topic> topics = new ConcurrentSkipListMap<>();
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

  Topics(
      RegionName region,
      String accountId,
      SqsEngine queues,
      ResourcePolicies policies,
      Outages outages,
      Clock clock,
      Backoff backoff) {
    this.region = region;
    this.accountId = accountId;
    this.queues = queues;
    this.policies = policies;
    this.outages = outages;
    this.clock = clock;
    this.backoff = backoff;
  }

  /**
   * Makes a topic.
   *
   * @return its ARN
   * @throws IllegalArgumentException when there is one of this name, or name and kind do not fit
   */
  public String create(String name, Settings settings) {
    if (name.endsWith(FIFO) != settings.fifo()) {
      throw new IllegalArgumentException(
          "the name of a FIFO topic, and of no other, ends with .fifo, not '" + name + "'");
    }
    String arn = "arn:aws:sns:%s:%s:%s".formatted(region, accountId, name);
    if (topics.putIfAbsent(arn, new Topic(settings, clock)) != null) {
      throw new IllegalArgumentException("there is a topic " + arn + " already");
    }
    return arn;
  }

  /**
   * Subscribes a queue, or records an e-mail address.
   *
   * @throws IllegalArgumentException when the topic or the protocol is unknown here, or a standard
   *     topic is to deliver to a FIFO queue
   */
  public void subscribe(Subscription subscription) {
    @Nullable Topic topic = topics.get(subscription.topicArn());
    if (topic == null) {
      throw new IllegalArgumentException("there is no topic " + subscription.topicArn());
    }
    switch (subscription.protocol()) {
      case "email", "email-json" -> {
        // Kept with the topic's messages; nothing leaves this machine.
      }
      case "sqs" -> {
        if (subscription.endpoint().endsWith(FIFO) && !subscription.topicArn().endsWith(FIFO)) {
          throw new IllegalArgumentException("a standard topic cannot deliver to a FIFO queue");
        }
        var delivery = new Delivery(region, subscription, queues, policies, outages, backoff);
        deliveries.add(delivery);
        topic.addReceiver(
            message -> {
              if (passes(subscription, message.message())) {
                delivery.offer(message);
              }
            });
      }
      default ->
          throw new IllegalArgumentException(
              "local topics do not deliver to '" + subscription.protocol() + "'");
    }
    subscriptions.add(subscription);
  }

  /**
   * Publishes a message: it is taken when this returns, and on its way to the queues.
   *
   * @throws AwsFault when there is no such topic, or it does not take such a message
   */
  public PublishedMessage publish(String topicArn, TopicMessage message) throws AwsFault {
    @Nullable Topic topic = topics.get(topicArn);
    if (topic == null) {
      throw new AwsFault(404, "NotFound", "Topic does not exist");
    }
    return topic.publish(message);
  }

  /**
   * Publishes for an AWS service, which needs the topic's policy; a topic without one serves the
   * services of its account.
   *
   * @param service for example {@code cloudwatch.amazonaws.com}
   * @param sourceArn of what the service publishes for, such as an alarm
   */
  public PublishedMessage publishFrom(
      String service, String sourceArn, String topicArn, TopicMessage message) throws AwsFault {
    if (outages.isDown(region, "sns")) {
      throw new AwsFault(503, "ServiceUnavailable", "sns in " + region + " is unavailable.");
    }
    if (policies.isSet(topicArn) && !policies.allows(service, "sns:Publish", topicArn, sourceArn)) {
      throw new AwsFault(
          403, "AuthorizationError", service + " may not publish to " + topicArn + ".");
    }
    return publish(topicArn, message);
  }

  /**
   * The last 1,000 messages that a topic has taken, oldest first.
   *
   * @throws IllegalArgumentException when there is no such topic
   */
  public List<PublishedMessage> messages(String topicArn) {
    @Nullable Topic topic = topics.get(topicArn);
    if (topic == null) {
      throw new IllegalArgumentException(
          "There is no topic %s; there are %s.".formatted(topicArn, topics.keySet()));
    }
    return topic.messages();
  }

  /** The ARNs of all topics. */
  public List<String> topicArns() {
    return List.copyOf(topics.keySet());
  }

  /** All subscriptions, also those of people. */
  public List<Subscription> subscriptions() {
    return List.copyOf(subscriptions);
  }

  /** How far the deliveries to queues are. */
  public List<SubscriptionStatus> status() {
    return deliveries.stream().map(Delivery::status).toList();
  }

  @Override
  public void close() {
    deliveries.forEach(Delivery::close);
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
