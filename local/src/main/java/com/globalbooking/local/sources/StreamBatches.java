package com.globalbooking.local.sources;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.local.functions.FunctionInvoker;
import com.globalbooking.local.functions.InvocationResult;
import com.globalbooking.local.messaging.Backoff;
import com.globalbooking.local.sources.FailureDestination.Condition;
import com.globalbooking.local.sources.FailureDestination.GivenUp;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Takes batches of a stream through the function, each to its end: done, or given up. What counts:
 *
 * <ul>
 *   <li>a partial answer: everything before the lowest failed record is done, the rest comes again;
 *   <li>a failed batch is halved if the mapping says so, which costs no retry; without a record
 *       that is done, a partial answer halves, too;
 *   <li>a throttled invocation is none: it comes again until the records are too old.
 * </ul>
 */
class StreamBatches {
  private final StreamSource source;
  private final FunctionInvoker functions;
  private final RoleAccess access;
  private final FailureDestination destination;
  private final Progress progress;
  private final Semaphore invocations;
  private final Backoff backoff;
  private final Clock clock;

  StreamBatches(
      StreamSource source,
      FunctionInvoker functions,
      RoleAccess access,
      FailureDestination destination,
      Progress progress,
      Semaphore invocations,
      Backoff backoff,
      Clock clock) {
    this.source = source;
    this.functions = functions;
    this.access = access;
    this.destination = destination;
    this.progress = progress;
    this.invocations = invocations;
    this.backoff = backoff;
    this.clock = clock;
  }

  /** What became of one invocation. */
  private sealed interface Outcome {
    record Done() implements Outcome {}

    /**
     * Some records are not done.
     *
     * @param done how many before the first failed one
     * @param functionError whether the function ended in an error
     */
    record Failed(int done, boolean functionError) implements Outcome {}

    /** The function did not run. */
    record NotInvoked() implements Outcome {}
  }

  /** Returns when every record is done or given up. */
  void process(List<StreamRecord> batch) throws InterruptedException {
    process(batch, 0);
  }

  private void process(List<StreamRecord> batch, int failuresBefore) throws InterruptedException {
    List<StreamRecord> rest = batch;
    int failures = failuresBefore;
    int pauses = 0;
    boolean functionError = false;
    while (true) {
      rest = withoutTooOld(rest, failures, functionError);
      if (rest.isEmpty()) {
        return;
      }
      switch (invoke(rest)) {
        case Outcome.Done() -> {
          return;
        }
        case Outcome.NotInvoked() -> Thread.sleep(backoff.after(++pauses));
        case Outcome.Failed(int done, boolean error) -> {
          functionError = error;
          rest = rest.subList(done, rest.size());
          if (source.bisects() && done > 0) {
            continue; // split where the answer says, which costs no retry
          }
          if (source.bisects() && rest.size() > 1) {
            int half = rest.size() / 2;
            process(rest.subList(0, half), failures);
            process(rest.subList(half, rest.size()), failures);
            return;
          }
          failures++;
          if (source.retriesMax().isPresent() && failures > source.retriesMax().getAsInt()) {
            destination.tell(
                new GivenUp(rest, Condition.RETRIES_EXHAUSTED, failures, functionError));
            return;
          }
          Thread.sleep(backoff.after(failures));
        }
      }
    }
  }

  private List<StreamRecord> withoutTooOld(
      List<StreamRecord> batch, int failures, boolean functionError) throws InterruptedException {
    int old = 0;
    while (old < batch.size() && isTooOld(batch.get(old))) {
      old++;
    }
    if (old == 0) {
      return batch;
    }
    destination.tell(
        new GivenUp(batch.subList(0, old), Condition.AGE_EXCEEDED, failures, functionError));
    return batch.subList(old, batch.size());
  }

  private boolean isTooOld(StreamRecord streamRecord) {
    Duration age = Duration.between(streamRecord.createdAt(), clock.instant());
    return source.ageMax().filter(limit -> age.compareTo(limit) > 0).isPresent();
  }

  private Outcome invoke(List<StreamRecord> batch) throws InterruptedException {
    if (access.lambdaIsDown()) {
      progress.stumbled("lambda is unavailable");
      return new Outcome.NotInvoked();
    }
    InvocationResult result;
    invocations.acquire();
    try {
      result = functions.invoke(source.function(), payload(batch));
    } finally {
      invocations.release();
    }
    if (Thread.interrupted()) {
      throw new InterruptedException(); // closed while the function was at work
    }
    return switch (result) {
      case InvocationResult.Succeeded(byte[] answer) -> {
        progress.taken.addAndGet(batch.size());
        yield source.reportsItemFailures() ? outcome(batch, answer) : new Outcome.Done();
      }
      case InvocationResult.Failed(String type, byte[] _) -> failed(batch, type);
      case InvocationResult.TimedOut() -> failed(batch, "the function did not answer in time");
      case InvocationResult.Throttled() -> notInvoked("throttled");
      case InvocationResult.NoSuchFunction() -> notInvoked("there is no such function");
    };
  }

  /** How far the function's own answer says it came. */
  private Outcome outcome(List<StreamRecord> batch, byte[] answer) {
    List<String> ids = batch.stream().map(StreamRecord::sequenceNumber).toList();
    return switch (read(answer, ids)) {
      case BatchAnswer.Done() -> new Outcome.Done();
      case BatchAnswer.Partial(var failed) -> {
        int done = 0;
        while (!failed.contains(ids.get(done))) {
          done++;
        }
        progress.failures.incrementAndGet();
        progress.stumbled("the function reported records as failed");
        yield new Outcome.Failed(done, false);
      }
      case BatchAnswer.Unusable(String why) -> {
        progress.failures.incrementAndGet();
        progress.stumbled(why);
        yield new Outcome.Failed(0, false);
      }
    };
  }

  /** Of its own, so that a test can take it away and see what is lost. */
  BatchAnswer read(byte[] answer, List<String> ids) {
    return BatchAnswer.read(answer, ids);
  }

  private Outcome failed(List<StreamRecord> batch, String why) {
    progress.taken.addAndGet(batch.size());
    progress.failures.incrementAndGet();
    progress.stumbled(why);
    return new Outcome.Failed(0, true);
  }

  private Outcome notInvoked(String why) {
    progress.stumbled(why);
    return new Outcome.NotInvoked();
  }

  private static byte[] payload(List<StreamRecord> batch) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ArrayNode records = event.putArray("Records");
    batch.forEach(streamRecord -> records.add(streamRecord.json()));
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}
