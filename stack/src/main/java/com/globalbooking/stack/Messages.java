package com.globalbooking.stack;

import static com.globalbooking.contract.Function.AUDIT_WRITER;
import static com.globalbooking.contract.Function.OVERBOOKING_RESOLVER;
import static com.globalbooking.contract.Function.PMS_SYNC_WORKER;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.audit.AuditQueue;
import com.globalbooking.stack.events.EventTopic;
import com.globalbooking.stack.functions.FunctionMessaging;
import com.globalbooking.stack.functions.FunctionTables;
import com.globalbooking.stack.messaging.QueueHandle;
import com.globalbooking.stack.messaging.StreamDeadLetters;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.pms.PmsQueues;
import com.globalbooking.stack.reconciliation.OverbookingQueue;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The way of events from the topic on, and where what cannot be worked on waits. */
final class Messages {

  final EventTopic topic;
  final PmsQueues pms;

  /** All of it, as functions see it. */
  final FunctionMessaging forFunctions;

  /**
   * Registers topic and queues.
   *
   * @param keyArn key that topic and secrets are encrypted under
   * @param alarmTopicArn the topic that pages the on-call
   */
  Messages(
      Names names,
      Output<String> keyArn,
      Output<String> alarmTopicArn,
      FunctionTables tables,
      ComponentResourceOptions options) {
    topic = new EventTopic("events", new EventTopic.Args(names, keyArn), options);
    var audit = new AuditQueue("audit", new AuditQueue.Args(names, topic), options);
    pms = new PmsQueues("pms", new PmsQueues.Args(names, topic, keyArn), options);
    var overbookings =
        new OverbookingQueue("overbooking", new OverbookingQueue.Args(names, topic), options);
    var streamDeadLetters =
        new StreamDeadLetters(
            "dead-letters",
            new StreamDeadLetters.Args(names, List.copyOf(tables.byStreamReader().keySet())),
            options);

    Map<Function, QueueHandle> deadLetters = new EnumMap<>(streamDeadLetters.queues);
    deadLetters.put(AUDIT_WRITER, audit.deadLetters);
    deadLetters.put(PMS_SYNC_WORKER, pms.deadLetters);
    deadLetters.put(OVERBOOKING_RESOLVER, overbookings.deadLetters);
    forFunctions =
        new FunctionMessaging(
            topic.topicArn,
            topic.busName,
            topic.busArn,
            alarmTopicArn,
            overbookings.queue,
            topic.undelivered,
            Map.of(
                AUDIT_WRITER, List.of(audit.queue),
                PMS_SYNC_WORKER, pms.queues,
                OVERBOOKING_RESOLVER, List.of(overbookings.queue)),
            deadLetters);
  }
}
