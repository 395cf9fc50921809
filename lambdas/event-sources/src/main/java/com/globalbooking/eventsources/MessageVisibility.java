package com.globalbooking.eventsources;

import java.time.Duration;
import java.util.Map;

/** When messages that are reported failed come again. */
public interface MessageVisibility {
  /**
   * Makes each message invisible for so long from now. Best effort: without it a message comes
   * again when the queue's own time-out ends.
   */
  void comeAgainAfter(Map<QueueMessage, Duration> pauses);
}
