package com.globalbooking.stack.reconciliation;

import com.globalbooking.contract.DomainEvent.OverbookingDetected;
import com.globalbooking.contract.Function;
import com.globalbooking.stack.events.EventFilter;
import com.globalbooking.stack.events.EventTopic;
import com.globalbooking.stack.events.SubscribedQueue;
import com.globalbooking.stack.functions.FunctionSize;
import com.globalbooking.stack.messaging.DeadLetterQueue;
import com.globalbooking.stack.messaging.QueueHandle;
import com.globalbooking.stack.naming.Names;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;
import java.util.Optional;

/**
 * Overbookings and twins to be resolved, in the order of each property: from the topic, and
 * straight from {@code hot-booking-checker}.
 */
public final class OverbookingQueue extends ComponentResource {

  /** What the queue is named after, and the topic that it gets overbookings of. */
  public record Args(Names names, EventTopic topic) {}

  private static final String TYPE = "global-booking:reconciliation:OverbookingQueue";

  /** The queue. */
  public final QueueHandle queue;

  /** What the resolver cannot read. */
  public final QueueHandle deadLetters;

  /** Registers the queue. */
  public OverbookingQueue(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    ComponentResourceOptions child = ComponentResourceOptions.builder().parent(this).build();

    deadLetters =
        new DeadLetterQueue(
                name + "-dead-letters",
                new DeadLetterQueue.Args(args.names(), "overbooking-dlq.fifo"),
                child)
            .queue;
    queue =
        new SubscribedQueue(
                name + "-events",
                new SubscribedQueue.Args(
                    args.names(),
                    "overbooking.fifo",
                    FunctionSize.of(Function.OVERBOOKING_RESOLVER).timeoutSeconds(),
                    SubscribedQueue.RECEIVES_MAX,
                    deadLetters,
                    args.topic(),
                    Optional.of(EventFilter.of(OverbookingDetected.class))),
                child)
            .queue;
    registerOutputs(Map.of("queueUrl", queue.url()));
  }
}
