package com.globalbooking.local.functions;

/** How a function package is started. */
public sealed interface FunctionRuntime {

  /**
   * A JVM with AWS's runtime interface client beside the package, as the managed {@code java25}
   * runtime does.
   *
   * @param handler {@code class::method} as in the function's configuration
   */
  record ManagedJava(String handler) implements FunctionRuntime {}

  /** The package's own executable {@code bootstrap}, as {@code provided.al2023} does. */
  record Provided() implements FunctionRuntime {}
}
