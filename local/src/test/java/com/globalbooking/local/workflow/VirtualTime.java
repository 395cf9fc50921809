package com.globalbooking.local.workflow;

import com.globalbooking.local.workflow.data.StateFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Time that passes only when somebody waits for it, at once. */
final class VirtualTime implements Timekeeper {
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = START;

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void pauseUntil(Instant moment) {
    if (moment.isAfter(now)) {
      pauses.add(Duration.between(now, moment));
      now = moment;
    }
  }

  @Override
  public <T> T within(Duration limit, Work<T> work)
      throws StateFailure, InterruptedException, TimeoutException {
    Instant deadline = now().plus(limit);
    T result = work.run();
    if (now().isAfter(deadline)) {
      throw new TimeoutException();
    }
    return result;
  }

  /** Lets time pass, as work does that takes so long. */
  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  /** What was waited for, in order. */
  synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
