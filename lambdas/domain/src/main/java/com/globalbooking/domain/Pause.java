package com.globalbooking.domain;

import java.time.Duration;

/** Waits; a seam, so that tests need not. */
@FunctionalInterface
public interface Pause {
  void pause(Duration length) throws InterruptedException;
}
