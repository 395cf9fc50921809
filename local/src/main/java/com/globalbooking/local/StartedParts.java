package com.globalbooking.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was started, to be closed in reverse order, each part whatever becomes of the others. */
final class StartedParts implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  /** Starts something out of parts. */
  @FunctionalInterface
  interface Start<T> {
    T with(StartedParts parts) throws IOException, InterruptedException;
  }

  /**
   * Starts something; when that fails, everything that was started for it is closed again.
   *
   * @throws UncheckedIOException when a part does not start
   * @throws IllegalStateException when something has not been built, or the thread is interrupted
   */
  static <T> T startOrClose(Start<T> start) {
    var parts = new StartedParts();
    try {
      return start.with(parts);
    } catch (IOException e) {
      throw parts.closedAfter(new UncheckedIOException(e.getMessage(), e));
    } catch (InterruptedException e) {
      var failure = parts.closedAfter(new IllegalStateException("Interrupted while starting", e));
      Thread.currentThread().interrupt();
      throw failure;
    } catch (RuntimeException e) {
      throw parts.closedAfter(e);
    }
  }

  private RuntimeException closedAfter(RuntimeException failure) {
    try {
      close();
    } catch (IllegalStateException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
    return failure;
  }

  /** Takes responsibility for a part. */
  synchronized <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  /**
   * Closes all parts; may be repeated.
   *
   * @throws IllegalStateException after the last one, when some could not be closed
   */
  @Override
  public synchronized void close() {
    var failure = new IllegalStateException("Not every part of the local Regions could be closed");
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failure.addSuppressed(e);
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }
}
