package com.globalbooking.stack.messaging;

import com.globalbooking.stack.naming.Names;
import com.google.gson.JsonObject;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.resources.CustomResourceOptions;

/**
 * What queues have in common. They are encrypted with SQS's own key: SNS may deliver to such a
 * queue, and nobody who sends or receives needs a right on a key.
 */
public final class QueueShape {

  /** What the name of a queue that keeps the order ends in. */
  public static final String FIFO = ".fifo";

  /** AWS keeps no message longer than 14 days. */
  static final int DEAD_LETTER_RETENTION_SECONDS = 14 * 24 * 3600;

  /**
   * Half of that, because a standard queue counts from when the message was first sent: one that
   * becomes a dead letter at the last moment still has a week.
   */
  private static final int RETENTION_SECONDS = 7 * 24 * 3600;

  private QueueShape() {}

  /**
   * A queue for work, whose dead letters go to another.
   *
   * @param receivesMax how often a message comes before it is one: 1 to 1,000
   */
  public static QueueHandle work(
      String name,
      Names names,
      String id,
      int visibilitySeconds,
      int receivesMax,
      QueueHandle deadLetters,
      CustomResourceOptions options) {
    return queue(
        name,
        names,
        id,
        shape(names, id)
            .visibilityTimeoutSeconds(visibilitySeconds)
            .messageRetentionSeconds(RETENTION_SECONDS)
            .redrivePolicy(deadLetters.arn().applyValue(arn -> redrive(arn, receivesMax))),
        options);
  }

  static QueueHandle deadLetters(
      String name, Names names, String id, CustomResourceOptions options) {
    return queue(
        name,
        names,
        id,
        shape(names, id).messageRetentionSeconds(DEAD_LETTER_RETENTION_SECONDS),
        options);
  }

  /** In production a queue may hold bookings that no hotel has heard of: it is not deleted. */
  private static QueueHandle queue(
      String name, Names names, String id, QueueArgs.Builder shape, CustomResourceOptions options) {
    CustomResourceOptions kept =
        CustomResourceOptions.merge(
            options,
            CustomResourceOptions.builder().protect(names.environment().isProduction()).build());
    var queue = new Queue(name, shape.tags(names.tags(names.of(id))).build(), kept);
    return new QueueHandle(id, queue.name(), queue.arn(), queue.url());
  }

  private static QueueArgs.Builder shape(Names names, String id) {
    QueueArgs.Builder shape = QueueArgs.builder().name(names.of(id)).sqsManagedSseEnabled(true);
    if (id.endsWith(FIFO)) {
      // The order is one property's; properties do not wait for each other.
      shape
          .fifoQueue(true)
          .deduplicationScope("messageGroup")
          .fifoThroughputLimit("perMessageGroupId");
    }
    return shape;
  }

  private static String redrive(String deadLettersArn, int receivesMax) {
    var redrive = new JsonObject();
    redrive.addProperty("deadLetterTargetArn", deadLettersArn);
    redrive.addProperty("maxReceiveCount", receivesMax);
    return redrive.toString();
  }
}
