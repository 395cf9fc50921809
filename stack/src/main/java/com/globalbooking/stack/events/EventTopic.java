package com.globalbooking.stack.events;

import com.globalbooking.stack.messaging.DeadLetterQueue;
import com.globalbooking.stack.messaging.QueueHandle;
import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.cloudwatch.EventBus;
import com.pulumi.aws.cloudwatch.EventBusArgs;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import java.util.Optional;

/**
 * Where every event of the Region is published: a topic that keeps the order of each property for
 * our own queues, and an event bus for everybody else.
 */
public final class EventTopic extends ComponentResource {

  /**
   * @param keyArn key that the topic is encrypted under
   */
  public record Args(Names names, Output<String> keyArn) {}

  private static final String TYPE = "global-booking:events:EventTopic";

  /** ARN of the topic. */
  public final Output<String> topicArn;

  /** Name that the topic's metrics are published under. */
  public final Output<String> topicName;

  /** Name of the event bus. */
  public final Output<String> busName;

  /** ARN of the event bus. */
  public final Output<String> busArn;

  /** What the topic could not deliver to a queue. */
  public final QueueHandle undelivered;

  /** Registers the topic and the bus. */
  public EventTopic(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();

    String physicalName = args.names().of("inventory-updates.fifo");
    var topic =
        new Topic(
            name + "-topic",
            TopicArgs.builder()
                .name(physicalName)
                .fifoTopic(true)
                // The event id says what a repeat is: the same fact may be written down anew.
                .contentBasedDeduplication(false)
                .fifoThroughputScope("MessageGroup")
                .kmsMasterKeyId(args.keyArn())
                .tags(args.names().tags(physicalName))
                .build(),
            child);
    String busPhysicalName = args.names().of("events");
    var bus =
        new EventBus(
            name + "-bus",
            EventBusArgs.builder()
                .name(busPhysicalName)
                .tags(args.names().tags(busPhysicalName))
                .build(),
            child);
    undelivered =
        new DeadLetterQueue(
                name + "-undelivered",
                new DeadLetterQueue.Args(
                    args.names(), "inventory-updates-dlq.fifo", Optional.of(topic.arn())),
                ComponentResourceOptions.builder().parent(this).build())
            .queue;
    new TopicPolicy(
        name + "-topic-policy",
        TopicPolicyArgs.builder()
            .arn(topic.arn())
            .policy(topic.arn().applyValue(EventTopic::onlyOverTls))
            .build(),
        child);

    topicArn = topic.arn();
    topicName = topic.name();
    busName = bus.name();
    busArn = bus.arn();
    registerOutputs(Map.of("topicArn", topicArn, "busName", busName));
  }

  /** Who may publish and subscribe, their own roles say. */
  private static String onlyOverTls(String topicArn) {
    return """
    {"Version":"2012-10-17","Statement":[{"Sid":"OnlyOverTls","Effect":"Deny","Principal":"*",\
    "Action":["sns:Publish"],"Resource":["%s"],\
    "Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}\
    """
        .formatted(topicArn);
  }
}
