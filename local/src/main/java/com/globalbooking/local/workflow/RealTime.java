package com.globalbooking.local.workflow;

import com.globalbooking.local.workflow.data.StateFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Time that passes. */
public final class RealTime implements Timekeeper {
  private final Clock clock;

  public RealTime(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void pauseUntil(Instant moment) throws InterruptedException {
    Duration left = Duration.between(clock.instant(), moment);
    while (left.isPositive()) {
      Thread.sleep(left);
      left = Duration.between(clock.instant(), moment);
    }
  }

  @Override
  public <T> T within(Duration limit, Work<T> work)
      throws StateFailure, InterruptedException, TimeoutException {
    var task = new FutureTask<T>(work::run);
    Thread.ofVirtual().name("limited-work").start(task);
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case StateFailure failure -> throw failure;
        case RuntimeException defect -> throw defect;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    } finally {
      task.cancel(true);
    }
  }
}
