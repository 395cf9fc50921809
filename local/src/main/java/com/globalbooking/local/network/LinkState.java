package com.globalbooking.local.network;

import java.time.Duration;

/** What the link between two Regions does with a message. */
public sealed interface LinkState {
  /**
   * Messages arrive.
   *
   * @param delay one way, not negative; zero for a link that nobody slowed down
   */
  record Open(Duration delay) implements LinkState {
    public Open {
      if (delay.isNegative()) {
        throw new IllegalArgumentException("the delay of a link is not negative, not " + delay);
      }
    }
  }

  /** Nothing arrives, in either direction, until the link is healed. */
  record Cut() implements LinkState {}
}
