package com.globalbooking.local.functions;

/** What became of one invocation. */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through and are never compared
public sealed interface InvocationResult {

  /** The function answered. */
  record Succeeded(byte[] payload) implements InvocationResult {}

  /**
   * The function reported an error, or its instance could not start or ended meanwhile.
   *
   * @param errorType for example {@code Runtime.ExitError}
   * @param payload the JSON error object that AWS would hand to the caller
   */
  record Failed(String errorType, byte[] payload) implements InvocationResult {}

  /** No answer within the function's timeout; its instance is stopped, what it did may stand. */
  record TimedOut() implements InvocationResult {}

  /** No instance was free in time; the function did not run. */
  record Throttled() implements InvocationResult {}

  /** There is no such function in this Region. */
  record NoSuchFunction() implements InvocationResult {}
}
