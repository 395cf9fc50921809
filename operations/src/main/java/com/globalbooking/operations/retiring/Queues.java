package com.globalbooking.operations.retiring;

/** How much waits in queues. */
@FunctionalInterface
public interface Queues {
  /** Messages that wait, are being worked on or are delayed, as SQS roughly knows. */
  long depth(String queueUrl);
}
