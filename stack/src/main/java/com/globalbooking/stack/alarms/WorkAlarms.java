package com.globalbooking.stack.alarms;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.functions.FunctionHandle;
import com.globalbooking.stack.messaging.QueueHandle;
import com.globalbooking.stack.messaging.QueueShape;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Alarms of what does the work: functions, queues, the state machine. */
final class WorkAlarms {

  private static final String MAXIMUM = "Maximum";
  private static final String SUM = "Sum";

  /** A stream is read as it is written: half a minute behind is stuck, not slow. */
  private static final int ITERATOR_AGE_MILLIS_MAX = 30_000;

  private static final int BOOKING_MILLIS_MAX = 300;

  private static final double NEARLY_ALL = 0.9;

  /** An audit that takes longer is not done when the next begins to be late. */
  private static final int AUDIT_MILLIS_MAX = 120_000;

  /** Three times the time between two audits. */
  private static final int SILENCE_SECONDS_MAX = 900;

  private WorkAlarms() {}

  static List<Alarm> ofFunctions(
      Map<Function, FunctionHandle> functions,
      Set<Function> streamReaders,
      Map<Function, Integer> reservedConcurrency) {
    List<Alarm> alarms = new ArrayList<>();
    new TreeMap<>(functions)
        .forEach(
            (function, handle) -> {
              alarms.add(errors(function, handle));
              alarms.add(
                  Alarm.above(
                          function.id() + "-throttles",
                          function.id()
                              + " was refused an execution: raise its reserved concurrency or the"
                              + " account's.",
                          lambda("Throttles", SUM, handle),
                          0)
                      .often(2, 5)
                      .explainedIn("function-throttles"));
              if (streamReaders.contains(function)) {
                alarms.add(
                    Alarm.above(
                            function.id() + "-iterator-age",
                            function.id() + " is behind its stream: records expire after a day.",
                            lambda("IteratorAge", MAXIMUM, handle),
                            ITERATOR_AGE_MILLIS_MAX)
                        .lasting(3)
                        .explainedIn("iterator-age"));
              }
              Optional.ofNullable(reservedConcurrency.get(function))
                  .ifPresent(reserved -> alarms.add(busy(function, handle, reserved)));
            });
    alarms.add(slow(functions));
    return alarms;
  }

  /** What runs all the time may fail once; what runs now and then must not. */
  private static Alarm errors(Function function, FunctionHandle handle) {
    Alarm alarm =
        Alarm.above(
                function.id() + "-errors",
                function.id() + " failed without an answer: read its log.",
                lambda("Errors", SUM, handle),
                0)
            .explainedIn("function-errors");
    return switch (function) {
      case AUDIT_MIGRATOR, RECONCILIATION_CHECKER -> alarm;
      default -> alarm.often(2, 5);
    };
  }

  private static Alarm busy(Function function, FunctionHandle handle, int reserved) {
    return Alarm.above(
            function.id() + "-concurrency",
            function.id() + " runs nearly as often at once as is reserved for it: raise it.",
            lambda("ConcurrentExecutions", MAXIMUM, handle),
            Math.floor(NEARLY_ALL * reserved))
        .lasting(5)
        .explainedIn("function-throttles");
  }

  private static Alarm slow(Map<Function, FunctionHandle> functions) {
    return Alarm.above(
            "booking-handler-duration",
            "One booking in twenty takes booking-handler longer than 300 ms.",
            lambda(
                "Duration", "p95", Objects.requireNonNull(functions.get(Function.BOOKING_HANDLER))),
            BOOKING_MILLIS_MAX)
        .often(3, 5)
        .explainedIn("booking-latency");
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
                                    ageSecondsMax(reader))
                                .explainedIn("queue-age"))));
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
                        0)
                    .explainedIn("dead-letters"))
        .toList();
  }

  static List<Alarm> ofStateMachine(Output<String> arn) {
    return List.of(
        Alarm.above(
                "reconciliation-failed",
                "A part of the Region could not be audited or repaired: look at the execution.",
                states("ExecutionsFailed", SUM, arn),
                0)
            .explainedIn("reconciliation"),
        Alarm.above(
                "reconciliation-timed-out",
                "An audit did not end before the next: raise the segments or lower their budget.",
                states("ExecutionsTimedOut", SUM, arn),
                0)
            .explainedIn("reconciliation"),
        Alarm.above(
                "reconciliation-slow",
                "An audit takes longer than two minutes: raise the segments or lower their budget.",
                states("ExecutionTime", MAXIMUM, arn),
                AUDIT_MILLIS_MAX)
            .explainedIn("reconciliation"),
        Alarm.silent(
                "reconciliation-silent",
                "No audit has succeeded for a quarter of an hour: look at the schedule.",
                states("ExecutionsSucceeded", SUM, arn),
                SILENCE_SECONDS_MAX)
            .explainedIn("reconciliation"));
  }

  private static String id(QueueHandle queue) {
    return queue.id().replace(QueueShape.FIFO, "");
  }

  private static Alarm.Metric lambda(String metric, String statistic, FunctionHandle function) {
    return new Alarm.Metric(
        "AWS/Lambda", metric, statistic, Map.of("FunctionName", function.name()));
  }

  private static Alarm.Metric sqs(String metric, QueueHandle queue) {
    return new Alarm.Metric("AWS/SQS", metric, MAXIMUM, Map.of("QueueName", queue.name()));
  }

  private static Alarm.Metric states(String metric, String statistic, Output<String> arn) {
    return new Alarm.Metric("AWS/States", metric, statistic, Map.of("StateMachineArn", arn));
  }
}
