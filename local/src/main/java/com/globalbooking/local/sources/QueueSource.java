package com.globalbooking.local.sources;

import com.globalbooking.local.messaging.EventFilter;
import java.time.Duration;

/**
 * A mapping from an SQS queue to a function.
 *
 * @param function its name
 * @param roleArn the function's role, which must be allowed to read the queue
 * @param batchSize most messages of an invocation
 * @param window how long to wait for a full batch
 * @param concurrency most invocations at one time
 * @param reportsItemFailures whether the function's answer names the messages that failed
 */
public record QueueSource(
    String id,
    String function,
    String roleArn,
    String queueArn,
    int batchSize,
    Duration window,
    int concurrency,
    EventFilter filter,
    boolean reportsItemFailures) {

  /** What SQS hands out at once. */
  static final int RECEIVED_AT_ONCE_MAX = 10;

  public QueueSource {
    require(batchSize >= 1 && batchSize <= 10_000, "a batch has 1 to 10000 messages");
    require(!window.isNegative() && window.toSeconds() <= 300, "a window is 0 to 300 s long");
    require(concurrency >= 1, "a mapping needs at least one invocation at a time");
    require(
        batchSize <= RECEIVED_AT_ONCE_MAX || window.toSeconds() >= 1,
        "a batch of more than 10 messages needs a window of at least 1 s");
    require(
        !queueArn.endsWith(".fifo") || (batchSize <= RECEIVED_AT_ONCE_MAX && window.isZero()),
        "a FIFO queue takes batches of up to 10 messages and no window");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
