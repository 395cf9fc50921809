package com.globalbooking.stack.alarms;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.functions.FunctionHandle;
import com.globalbooking.stack.messaging.QueueHandle;
import com.globalbooking.stack.messaging.QueueShape;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Alarms of what does the work: functions, queues, the state machine. */
final class WorkAlarms {

  private static final String MAXIMUM = "Maximum";
  private static final String SUM = "Sum";

  /** A stream is read as it is written: half a minute behind is stuck, not slow. */
  private static final int ITERATOR_AGE_MILLIS_MAX = 30_000;

  /** Three times the time between two audits. */
  private static final int SILENCE_SECONDS_MAX = 900;

  private WorkAlarms() {}

  static List<Alarm> ofFunctions(
      Map<Function, FunctionHandle> functions, Set<Function> streamReaders) {
    List<Alarm> alarms = new ArrayList<>();
    new TreeMap<>(functions)
        .forEach(
            (function, handle) -> {
              alarms.add(
                  Alarm.above(
                      function.id() + "-errors",
                      function.id() + " failed without an answer: read its log.",
                      lambda("Errors", SUM, handle),
                      0));
              alarms.add(
                  Alarm.above(
                      function.id() + "-throttles",
                      function.id()
                          + " was refused an execution: raise its reserved concurrency or the"
                          + " account's.",
                      lambda("Throttles", SUM, handle),
                      0));
              if (streamReaders.contains(function)) {
                alarms.add(
                    Alarm.above(
                            function.id() + "-iterator-age",
                            function.id() + " is behind its stream: records expire after a day.",
                            lambda("IteratorAge", MAXIMUM, handle),
                            ITERATOR_AGE_MILLIS_MAX)
                        .lasting(3));
              }
            });
    return alarms;
  }

  static List<Alarm> ofQueues(Map<Function, List<QueueHandle>> queues) {
    List<Alarm> alarms = new ArrayList<>();
    new TreeMap<>(queues)
        .forEach(
            (reader, sources) ->
                sources.forEach(
                    queue ->
                        alarms.add(
                            Alarm.above(
                                id(queue) + "-age",
                                "A message waits in %s: %s is down, or what it calls is."
                                    .formatted(queue.id(), reader.id()),
                                sqs("ApproximateAgeOfOldestMessage", queue),
                                ageSecondsMax(reader)))));
    return alarms;
  }

  /** A guest is moved within a minute, a hotel told within two, the trail may wait a little. */
  private static int ageSecondsMax(Function reader) {
    return switch (reader) {
      case OVERBOOKING_RESOLVER -> 60;
      case PMS_SYNC_WORKER -> 120;
      default -> 300;
    };
  }

  static List<Alarm> ofDeadLetters(List<QueueHandle> queues) {
    return queues.stream()
        .map(
            queue ->
                Alarm.above(
                    id(queue) + "-not-empty",
                    "Something could not be worked on and waits in %s: find out why, repair, send"
                            .formatted(queue.id())
                        + " it again.",
                    sqs("ApproximateNumberOfMessagesVisible", queue),
                    0))
        .toList();
  }

  static List<Alarm> ofStateMachine(Output<String> arn) {
    return List.of(
        Alarm.above(
            "reconciliation-failed",
            "A part of the Region could not be audited or repaired: look at the execution.",
            states("ExecutionsFailed", arn),
            0),
        Alarm.above(
            "reconciliation-timed-out",
            "An audit did not end before the next: raise the segments or lower their budget.",
            states("ExecutionsTimedOut", arn),
            0),
        Alarm.silent(
            "reconciliation-silent",
            "No audit has succeeded for a quarter of an hour: look at the schedule.",
            states("ExecutionsSucceeded", arn),
            SILENCE_SECONDS_MAX));
  }

  private static String id(QueueHandle queue) {
    return queue.id().replace(QueueShape.FIFO, "");
  }

  private static Alarm.Source lambda(String metric, String statistic, FunctionHandle function) {
    return new Alarm.Source(
        "AWS/Lambda", metric, statistic, Map.of("FunctionName", function.name()));
  }

  private static Alarm.Source sqs(String metric, QueueHandle queue) {
    return new Alarm.Source("AWS/SQS", metric, MAXIMUM, Map.of("QueueName", queue.name()));
  }

  private static Alarm.Source states(String metric, Output<String> arn) {
    return new Alarm.Source("AWS/States", metric, SUM, Map.of("StateMachineArn", arn));
  }
}
