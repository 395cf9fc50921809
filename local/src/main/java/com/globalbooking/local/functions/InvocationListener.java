package com.globalbooking.local.functions;

import java.time.Duration;

/** Is told of invocations, on the thread that made them; must be short and must not throw. */
@FunctionalInterface
public interface InvocationListener {

  /**
   * An invocation ended.
   *
   * @param took with the wait for an instance
   */
  void invoked(String functionName, InvocationResult result, Duration took);
}
