package com.globalbooking.stack.events;

import com.globalbooking.stack.messaging.QueueAccess;
import com.globalbooking.stack.messaging.QueueHandle;
import com.globalbooking.stack.messaging.QueueShape;
import com.globalbooking.stack.naming.Names;
import com.google.gson.JsonObject;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import java.util.Optional;

/**
 * A queue that gets events of the topic as they are, without the envelope of SNS. What cannot be
 * delivered waits in the topic's own dead-letter queue: for a queue that refuses, SNS tries once.
 */
public final class SubscribedQueue extends ComponentResource {

  /**
   * @param id name without the stack's prefix
   * @param consumerTimeoutSeconds how long the function that reads the queue may take
   * @param receivesMax how often a message comes before it is given up, {@link #RECEIVES_MAX} where
   *     nothing else is said
   * @param deadLetters where what cannot be worked on goes
   * @param filter the events that the queue gets; all when there is none
   */
  public record Args(
      Names names,
      String id,
      int consumerTimeoutSeconds,
      int receivesMax,
      QueueHandle deadLetters,
      EventTopic topic,
      Optional<EventFilter> filter) {}

  /**
   * Consumers send what is hopeless to the dead-letter queue themselves and try the rest again for
   * hours; this is for the message that kills its consumer.
   */
  public static final int RECEIVES_MAX = 100;

  private static final String TYPE = "global-booking:events:SubscribedQueue";

  /** AWS's advice: time for the function to be throttled and tried again before a repeat. */
  private static final int VISIBILITY_IN_TIMEOUTS = 6;

  /** The queue. */
  public final QueueHandle queue;

  /** Registers the queue. */
  public SubscribedQueue(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();

    queue =
        QueueShape.work(
            name,
            args.names(),
            args.id(),
            VISIBILITY_IN_TIMEOUTS * args.consumerTimeoutSeconds(),
            args.receivesMax(),
            args.deadLetters(),
            child);
    var policy = QueueAccess.fromTopic(name + "-policy", queue, args.topic().topicArn, child);
    TopicSubscriptionArgs.Builder subscription =
        TopicSubscriptionArgs.builder()
            .topic(args.topic().topicArn)
            .protocol("sqs")
            .endpoint(queue.arn())
            .rawMessageDelivery(true)
            .redrivePolicy(args.topic().undelivered.arn().applyValue(SubscribedQueue::redrive));
    args.filter()
        .ifPresent(
            filter ->
                subscription.filterPolicyScope("MessageAttributes").filterPolicy(filter.policy()));
    new TopicSubscription(
        name + "-subscription",
        subscription.build(),
        // A message delivered before the queue takes it would be refused, once and for all.
        CustomResourceOptions.builder().parent(this).dependsOn(policy).build());

    registerOutputs(Map.of("queueUrl", queue.url()));
  }

  private static String redrive(String deadLettersArn) {
    var redrive = new JsonObject();
    redrive.addProperty("deadLetterTargetArn", deadLettersArn);
    return redrive.toString();
  }
}
