package com.globalbooking.eventsources;

import java.util.Optional;

/** One record of a stream or one message of a queue. */
public sealed interface Delivery permits StreamRecord, QueueMessage {
  /** By what a partial answer names it: sequence number or message id. */
  String id();

  /** ARN of the stream or queue. */
  String sourceArn();

  /** Deliveries of one group must be worked off in order; a FIFO queue's message group. */
  Optional<String> group();
}
