package com.globalbooking.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work side by side. */
final class Parallel {
  private Parallel() {}

  /** Waits for all, also when one fails: what they started must be known before it is closed. */
  static <T> List<T> all(List<? extends Callable<? extends T>> tasks)
      throws IOException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      List<Callable<T>> callables = new ArrayList<>();
      tasks.forEach(task -> callables.add(task::call));
      for (Future<T> future : threads.invokeAll(callables)) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case InterruptedException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
