package com.globalbooking.local.sources;

import com.globalbooking.local.messaging.EventFilter;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A mapping from a DynamoDB stream to a function.
 *
 * @param function its name
 * @param roleArn the function's role, which must be allowed to read the stream
 * @param streamArn in the form {@code arn:…:table/<name>/stream/<label>}
 * @param fromBeginning TRIM_HORIZON; else LATEST
 * @param batchSize most records of an invocation
 * @param window how long to wait for a full batch
 * @param parallelization batches of one shard that may be under way at once; the records of one
 *     item stay in order
 * @param reportsItemFailures whether the function's answer names the records that failed
 * @param bisects whether a failed batch is halved
 * @param retriesMax further attempts after the first one; empty for as many as it takes
 * @param ageMax records older than this are given up; empty for as long as the stream has them
 * @param onFailureArn the queue that is told of records given up
 */
public record StreamSource(
    String id,
    String function,
    String roleArn,
    String streamArn,
    boolean fromBeginning,
    int batchSize,
    Duration window,
    int parallelization,
    EventFilter filter,
    boolean reportsItemFailures,
    boolean bisects,
    OptionalInt retriesMax,
    Optional<Duration> ageMax,
    Optional<String> onFailureArn) {

  public StreamSource {
    require(batchSize >= 1 && batchSize <= 10_000, "a batch has 1 to 10000 records");
    require(parallelization >= 1 && parallelization <= 10, "a shard has 1 to 10 batches at once");
    require(!window.isNegative() && window.toSeconds() <= 300, "a window is 0 to 300 s long");
    require(streamArn.contains(":table/"), "'" + streamArn + "' is no DynamoDB stream");
    require(
        onFailureArn.isEmpty() || !onFailureArn.get().endsWith(".fifo"),
        "the on-failure destination of a stream is a standard queue");
  }

  /** The name of the table whose stream it is. */
  String table() {
    String behind = streamArn.substring(streamArn.indexOf(":table/") + ":table/".length());
    return behind.substring(0, Math.max(0, behind.indexOf("/stream/")));
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
