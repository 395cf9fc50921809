package com.globalbooking.local.processes;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends processes. */
public final class ProcessEnd {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private ProcessEnd() {}

  /** Asks a process to end, and ends it when it does not in time. May be repeated. */
  public static void of(Process process) {
    process.destroy();
    boolean interrupted = false;
    try {
      if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stopNow) {
      interrupted = true;
      process.destroyForcibly();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
