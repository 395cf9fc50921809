package com.globalbooking.stack.messaging;

import com.globalbooking.stack.naming.Names;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import java.util.Optional;

/** Where what cannot be worked on waits for people. */
public final class DeadLetterQueue extends ComponentResource {

  /**
   * @param id name without the stack's prefix; ends in {@code .fifo} where the order is kept
   * @param topicArn a topic that puts here what it cannot deliver
   */
  public record Args(Names names, String id, Optional<Output<String>> topicArn) {

    /** A queue that only functions and other queues put something into. */
    public Args(Names names, String id) {
      this(names, id, Optional.empty());
    }
  }

  private static final String TYPE = "global-booking:messaging:DeadLetterQueue";

  /** The queue. */
  public final QueueHandle queue;

  /** Registers the queue. */
  public DeadLetterQueue(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);

    CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
    queue = QueueShape.deadLetters(name, args.names(), args.id(), child);
    args.topicArn()
        .ifPresentOrElse(
            arn -> QueueAccess.fromTopic(name + "-policy", queue, arn, child),
            () -> QueueAccess.overTls(name + "-policy", queue, child));

    registerOutputs(Map.of("queueUrl", queue.url()));
  }
}
