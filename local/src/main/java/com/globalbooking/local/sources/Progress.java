package com.globalbooking.local.sources;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;

/** What a mapping counts and last stumbled over. Thread-safe. */
final class Progress {
  private static final Logger LOG = System.getLogger(Progress.class.getName());

  final AtomicLong taken = new AtomicLong();
  final AtomicLong failures = new AtomicLong();
  final AtomicLong givenUp = new AtomicLong();
  private final String mapping;
  private volatile String lastError = "";
  private volatile boolean ending;

  /**
   * @param mapping in words, for the log
   */
  Progress(String mapping) {
    this.mapping = mapping;
  }

  /** From now on an interrupted request is no failure. */
  void ending() {
    ending = true;
  }

  /** Notes a failure; only one that differs from the last is logged. */
  void stumbled(String why) {
    if (!ending && !why.equals(lastError)) {
      lastError = why;
      LOG.log(Level.WARNING, "{0}: {1}", mapping, why);
    }
  }

  String lastError() {
    return lastError;
  }
}
