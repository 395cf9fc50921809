package com.globalbooking.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was started, to be closed in reverse order, each part whatever becomes of the others. */
final class StartedParts implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

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
