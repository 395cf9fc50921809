package com.globalbooking.stack.pms;

import com.globalbooking.contract.DomainEvent.BookingCancelled;
import com.globalbooking.contract.DomainEvent.BookingConfirmed;
import com.globalbooking.contract.DomainEvent.BookingReassigned;
import com.globalbooking.contract.Function;
import com.globalbooking.contract.PmsIntegration;
import com.globalbooking.stack.access.EmptySecret;
import com.globalbooking.stack.events.EventFilter;
import com.globalbooking.stack.events.EventTopic;
import com.globalbooking.stack.events.SubscribedQueue;
import com.globalbooking.stack.functions.FunctionSize;
import com.globalbooking.stack.messaging.DeadLetterQueue;
import com.globalbooking.stack.messaging.QueueHandle;
import com.globalbooking.stack.naming.Names;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What hotels must be told, in the order of each property, by class of integration. */
public final class PmsQueues extends ComponentResource {

  /**
   * @param keyArn key that the secret is encrypted under
   */
  public record Args(Names names, EventTopic topic, Output<String> keyArn) {}

  private static final String TYPE = "global-booking:pms:PmsQueues";

  /**
   * As often as SQS allows: a hotel's system may be down for a day, and each look at its open
   * circuit is a receive. The worker itself gives an event up after 24 hours.
   */
  private static final int RECEIVES_MAX = 1_000;

  private static final EventFilter OF_BOOKINGS =
      EventFilter.of(BookingConfirmed.class, BookingReassigned.class, BookingCancelled.class);

  /** A queue for each class of integration. */
  public final List<QueueHandle> queues;

  /** What no PMS will take. */
  public final QueueHandle deadLetters;

  /** The secret with the signing keys, which people put there. */
  public final Output<String> secretArn;

  private final String name;
  private final Args args;
  private final ComponentResourceOptions child;

  /** Registers the queues and the secret. */
  public PmsQueues(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.args = args;
    this.child = ComponentResourceOptions.builder().parent(this).build();

    deadLetters =
        new DeadLetterQueue(
                name + "-dead-letters",
                new DeadLetterQueue.Args(args.names(), "pms-dlq.fifo"),
                child)
            .queue;
    queues = Arrays.stream(PmsIntegration.values()).map(this::queue).toList();
    secretArn =
        EmptySecret.of(
                name + "-secret",
                args.names(),
                "pms",
                "Signing keys of PMS connections: a JSON object, connection name to key",
                args.keyArn(),
                CustomResourceOptions.builder().parent(this).build())
            .arn();
    registerOutputs(Map.of("secretArn", secretArn));
  }

  private QueueHandle queue(PmsIntegration integration) {
    return new SubscribedQueue(
            name + "-" + integration.id(),
            new SubscribedQueue.Args(
                args.names(),
                "pms-" + integration.id() + ".fifo",
                FunctionSize.of(Function.PMS_SYNC_WORKER).timeoutSeconds(),
                RECEIVES_MAX,
                deadLetters,
                args.topic(),
                Optional.of(OF_BOOKINGS.with(integration))),
            child)
        .queue;
  }
}
