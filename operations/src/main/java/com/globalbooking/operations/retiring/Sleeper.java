package com.globalbooking.operations.retiring;

import java.time.Duration;

/** Lets time pass between two looks. */
@FunctionalInterface
public interface Sleeper {
  void sleep(Duration duration);
}
