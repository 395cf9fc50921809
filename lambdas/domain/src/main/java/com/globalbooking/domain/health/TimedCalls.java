package com.globalbooking.domain.health;

import com.globalbooking.domain.health.CallOutcome.Failed;
import com.globalbooking.domain.health.CallOutcome.Late;
import com.globalbooking.domain.health.CallOutcome.Returned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Waits for calls no longer than a limit, whatever they do. The time-outs of a client do not
 * suffice: none of them covers the resolution of a name, for example.
 */
public final class TimedCalls {
  private final ExecutorService threads;

  /**
   * @param threads starts each call at once, however many earlier ones hang
   */
  public TimedCalls(ExecutorService threads) {
    this.threads = threads;
  }

  /** Runs one call. */
  public <T> CallOutcome<T> run(Callable<T> call, Duration limit) {
    return run(List.of(call), limit).getFirst();
  }

  /**
   * Starts one call and lets the caller go on.
   *
   * @return waits for the outcome, no longer than {@code limit} after the start
   */
  public <T> Supplier<CallOutcome<T>> start(Callable<T> call, Duration limit) {
    Future<CallOutcome<T>> waiting = threads.submit(() -> run(call, limit));
    return () -> {
      try {
        return waiting.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Late<>();
      } catch (ExecutionException e) {
        return failed(e);
      }
    };
  }

  /**
   * Runs calls side by side. Those that are not over in time are interrupted and left behind.
   *
   * @return the outcomes, in the order of the calls
   */
  public <T> List<CallOutcome<T>> run(List<Callable<T>> calls, Duration limit) {
    try {
      List<CallOutcome<T>> outcomes = new ArrayList<>();
      for (Future<T> call : threads.invokeAll(calls, limit.toNanos(), TimeUnit.NANOSECONDS)) {
        outcomes.add(outcome(call));
      }
      return outcomes;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Collections.nCopies(calls.size(), new Late<>());
    }
  }

  private static <T> CallOutcome<T> outcome(Future<T> over) throws InterruptedException {
    try {
      return new Returned<>(over.get());
    } catch (CancellationException e) {
      return new Late<>();
    } catch (ExecutionException e) {
      return failed(e);
    }
  }

  private static <T> Failed<T> failed(ExecutionException e) {
    return new Failed<>(e.getCause() == null ? e : e.getCause());
  }
}
