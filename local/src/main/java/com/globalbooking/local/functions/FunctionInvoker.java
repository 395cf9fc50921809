package com.globalbooking.local.functions;

/** Whoever can run a function synchronously: {@link FunctionHost}, or a fake in a test. */
@FunctionalInterface
public interface FunctionInvoker {
  /**
   * Runs the function once and waits for its answer; never throws for what the function does.
   *
   * @param function as {@link FunctionReference} reads it
   */
  InvocationResult invoke(String function, byte[] payload);
}
