package com.globalbooking.local.sources;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.local.messaging.Backoff;
import com.globalbooking.local.messaging.SqsEngine;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells the on-failure destination of a stream mapping which records were given up: not the records
 * but where they are, in the JSON that Lambda sends. A queue that does not answer is tried again; a
 * role that may not send, as on AWS, loses the message.
 */
final class FailureDestination {
  /** Why records are given up, as Lambda names it. */
  enum Condition {
    RETRIES_EXHAUSTED("RetryAttemptsExhausted"),
    AGE_EXCEEDED("RecordAgeExceeded");

    private final String wireName;

    Condition(String wireName) {
      this.wireName = wireName;
    }
  }

  /**
   * What is told.
   *
   * @param invocations how often the function was invoked with these records
   * @param functionError whether the last invocation ended in an error
   */
  record GivenUp(
      List<StreamRecord> records, Condition condition, int invocations, boolean functionError) {}

  private final StreamSource source;
  private final String functionArn;
  private final SqsEngine queues;
  private final RoleAccess access;
  private final Progress progress;
  private final Backoff backoff;
  private final Clock clock;

  FailureDestination(
      StreamSource source,
      String functionArn,
      SqsEngine queues,
      RoleAccess access,
      Progress progress,
      Backoff backoff,
      Clock clock) {
    this.source = source;
    this.functionArn = functionArn;
    this.queues = queues;
    this.access = access;
    this.progress = progress;
    this.backoff = backoff;
    this.clock = clock;
  }

  /** Returns when the queue has taken it, or never will. */
  void tell(GivenUp givenUp) throws InterruptedException {
    progress.givenUp.addAndGet(givenUp.records().size());
    if (source.onFailureArn().isEmpty()) {
      progress.stumbled("records were given up, and there is no on-failure destination");
      return;
    }
    String queueArn = source.onFailureArn().get();
    String message = message(givenUp).toString();
    for (int failures = 1; ; failures++) {
      Optional<String> denied = access.denial(List.of("sqs:SendMessage"), queueArn);
      if (denied.isPresent()) {
        progress.stumbled("records were given up untold: " + denied.get());
        return;
      }
      if (sent(queueArn, message)) {
        return;
      }
      Thread.sleep(backoff.after(failures));
    }
  }

  private boolean sent(String queueArn, String message) {
    Optional<String> down = access.obstacle("sqs", List.of(), queueArn);
    if (down.isPresent()) {
      progress.stumbled(down.get());
      return false;
    }
    try {
      queues
          .client()
          .sendMessage(send -> send.queueUrl(queues.urlOf(queueArn)).messageBody(message));
      return true;
    } catch (SdkException failed) {
      progress.stumbled("cannot send to " + queueArn + ": " + failed.getMessage());
      return false;
    }
  }

  private ObjectNode message(GivenUp givenUp) {
    StreamRecord first = givenUp.records().getFirst();
    StreamRecord last = givenUp.records().getLast();
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message
        .putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put("functionArn", functionArn)
        .put("condition", givenUp.condition().wireName)
        .put("approximateInvokeCount", givenUp.invocations());
    ObjectNode response =
        message
            .putObject("responseContext")
            .put("statusCode", 200)
            .put("executedVersion", "$LATEST");
    if (givenUp.functionError()) {
      response.put("functionError", "Unhandled");
    }
    message.put("version", "1.0").put("timestamp", clock.instant().toString());
    message
        .putObject("DDBStreamBatchInfo")
        .put("shardId", first.shardId())
        .put("startSequenceNumber", first.sequenceNumber())
        .put("endSequenceNumber", last.sequenceNumber())
        .put("approximateArrivalOfFirstRecord", first.createdAt().toString())
        .put("approximateArrivalOfLastRecord", last.createdAt().toString())
        .put("batchSize", givenUp.records().size())
        .put("streamArn", source.streamArn());
    return message;
  }
}
