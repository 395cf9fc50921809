package com.globalbooking.stack.messaging;

import com.globalbooking.stack.naming.Names;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** Where what cannot be worked on waits for people. */
public final class DeadLetterQueue extends ComponentResource {

  /**
   * @param id name without the stack's prefix; ends in {@code .fifo} where the order is kept
   */
  public record Args(Names names, String id) {}

  private static final String TYPE = "global-booking:messaging:DeadLetterQueue";

  /** The queue. */
  public final QueueHandle queue;

  /** Registers the queue. */
  public DeadLetterQueue(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);

    queue =
        QueueShape.deadLetters(
            name, args.names(), args.id(), CustomResourceOptions.builder().parent(this).build());

    registerOutputs(Map.of("queueUrl", queue.url()));
  }
}
