package com.globalbooking.local.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Keeps a command running until Ctrl-C or {@code scripts/local down}, and then until all is closed.
 */
final class UntilStopped implements AutoCloseable {
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  UntilStopped() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop();
                  awaitQuietly(closed);
                }));
  }

  /** Ends the wait. */
  void stop() {
    stop.countDown();
  }

  void await() throws InterruptedException {
    stop.await();
  }

  /** Everything has been closed: the process may end. */
  @Override
  public void close() {
    closed.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
