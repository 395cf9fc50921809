package com.globalbooking.local.messaging;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AwsFault;
import com.globalbooking.local.aws.Outages;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The topics of one Region and what is subscribed to them. Thread-safe. */
public final class Topics implements AutoCloseable {
  /** What the names of FIFO topics and queues end with. */
  public static final String FIFO = ".fifo";

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
  private final List<Subscribed> subscriptions = new CopyOnWriteArrayList<>();

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
   * Has a topic treat messages to come otherwise.
   *
   * @throws IllegalArgumentException when there is no such topic
   */
  public void change(String topicArn, Settings settings) {
    @Nullable Topic topic = topics.get(topicArn);
    if (topic == null) {
      throw new IllegalArgumentException("there is no topic " + topicArn);
    }
    topic.change(settings);
  }

  /** Takes a topic away with its subscriptions; that there is none is no failure. */
  public void remove(String topicArn) {
    subscriptions.stream()
        .filter(it -> it.subscription().topicArn().equals(topicArn))
        .forEach(this::end);
    topics.remove(topicArn);
    policies.remove(topicArn);
  }

  /** Whether there is such a topic. */
  public boolean exists(String topicArn) {
    return topics.containsKey(topicArn);
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
    Optional<Delivery> delivery =
        switch (subscription.protocol()) {
          // Kept with the topic's messages; nothing leaves this machine.
          case "email", "email-json" -> Optional.empty();
          case "sqs" -> {
            if (subscription.endpoint().endsWith(FIFO) && !subscription.topicArn().endsWith(FIFO)) {
              throw new IllegalArgumentException("a standard topic cannot deliver to a FIFO queue");
            }
            yield Optional.of(
                new Delivery(region, subscription, queues, policies, outages, backoff));
          }
          default ->
              throw new IllegalArgumentException(
                  "local topics do not deliver to '" + subscription.protocol() + "'");
        };
    var subscribed = new Subscribed(subscription, delivery);
    subscriptions.add(subscribed);
    topic.addReceiver(subscribed);
  }

  /**
   * Has a subscription filter or deliver otherwise; it is known by topic, protocol and endpoint.
   *
   * @throws IllegalArgumentException when there is none
   */
  public void change(Subscription changed) {
    find(changed.topicArn(), changed.protocol(), changed.endpoint())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no subscription of %s to %s"
                        .formatted(changed.endpoint(), changed.topicArn())))
        .change(changed);
  }

  /** Ends a subscription; that there is none is no failure. Messages that wait are lost. */
  public void unsubscribe(String topicArn, String protocol, String endpoint) {
    find(topicArn, protocol, endpoint).ifPresent(this::end);
  }

  private void end(Subscribed subscribed) {
    @Nullable Topic topic = topics.get(subscribed.subscription().topicArn());
    if (topic != null) {
      topic.removeReceiver(subscribed);
    }
    subscriptions.remove(subscribed);
    subscribed.close();
  }

  private Optional<Subscribed> find(String topicArn, String protocol, String endpoint) {
    return subscriptions.stream().filter(it -> it.is(topicArn, protocol, endpoint)).findFirst();
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
    return subscriptions.stream().map(Subscribed::subscription).toList();
  }

  /** How far the deliveries to queues are. */
  public List<SubscriptionStatus> status() {
    return subscriptions.stream().flatMap(it -> it.status().stream()).toList();
  }

  @Override
  public void close() {
    subscriptions.forEach(Subscribed::close);
  }
}
