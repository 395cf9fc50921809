package com.globalbooking.stack.audit;

import com.globalbooking.contract.Function;
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

/** Every event, for the audit trail; in no order, because each is a row of its own. */
public final class AuditQueue extends ComponentResource {

  /** What the queue is named after, and the topic that it gets everything of. */
  public record Args(Names names, EventTopic topic) {}

  private static final String TYPE = "global-booking:audit:AuditQueue";

  /** The queue. */
  public final QueueHandle queue;

  /** What could not be recorded. */
  public final QueueHandle deadLetters;

  /** Registers the queue. */
  public AuditQueue(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    ComponentResourceOptions child = ComponentResourceOptions.builder().parent(this).build();

    deadLetters =
        new DeadLetterQueue(
                name + "-dead-letters", new DeadLetterQueue.Args(args.names(), "audit-dlq"), child)
            .queue;
    queue =
        new SubscribedQueue(
                name + "-events",
                new SubscribedQueue.Args(
                    args.names(),
                    "audit",
                    FunctionSize.of(Function.AUDIT_WRITER).timeoutSeconds(),
                    SubscribedQueue.RECEIVES_MAX,
                    deadLetters,
                    args.topic(),
                    Optional.empty()),
                child)
            .queue;
    registerOutputs(Map.of("queueUrl", queue.url()));
  }
}
