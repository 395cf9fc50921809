package com.globalbooking.local.sources;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/** The threads of one mapping, which end by being interrupted. */
final class MappingThreads {
  private final List<Thread> threads = new ArrayList<>();

  /** What a thread does over and over. */
  @FunctionalInterface
  interface Step {
    void run() throws InterruptedException;
  }

  /**
   * Starts a thread that repeats a step until {@link #stop}. A step that an engine fails is tried
   * again after {@code afterFailure}.
   */
  void repeat(String name, Step step, FailedStep afterFailure) {
    threads.add(
        Thread.ofVirtual()
            .name(name)
            .start(
                () -> {
                  int failures = 0;
                  try {
                    while (!Thread.interrupted()) {
                      try {
                        step.run();
                        failures = 0;
                      } catch (SdkException failed) {
                        afterFailure.waitFor(failed, ++failures);
                      }
                    }
                  } catch (InterruptedException stopped) {
                    return;
                  }
                }));
  }

  /** What to do about a step that failed. */
  @FunctionalInterface
  interface FailedStep {
    void waitFor(SdkException failed, int failures) throws InterruptedException;
  }

  void stop() {
    threads.forEach(Thread::interrupt);
    boolean interrupted = false;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException stopNow) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
