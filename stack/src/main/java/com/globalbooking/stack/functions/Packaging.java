package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import java.nio.file.Path;

/** The two ways to package a function. */
public enum Packaging {
  /** A native executable on Lambda's bare operating system: the fast cold start. */
  NATIVE("native", "provided.al2023", "bootstrap", Path.of("target", "native", "function.zip")),
  /** Class files on Lambda's managed Java: built in seconds. */
  JVM(
      "jvm",
      "java25",
      "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest",
      Path.of("target", "function.zip"));

  private final String value;
  private final String runtime;
  private final String handler;
  private final Path file;

  Packaging(String value, String runtime, String handler, Path file) {
    this.value = value;
    this.runtime = runtime;
    this.handler = handler;
    this.file = file;
  }

  /** As it stands in the configuration. */
  public String value() {
    return value;
  }

  /** The Lambda runtime. */
  String runtime() {
    return runtime;
  }

  /** The Lambda handler. */
  String handler() {
    return handler;
  }

  /** Where the build puts the package of a function. */
  Path file(Path packagesDirectory, Function function) {
    return packagesDirectory.resolve(function.id()).resolve(file);
  }

  /** The command that builds the package of a function. */
  String buildCommand(Function function) {
    return switch (this) {
      case NATIVE -> "scripts/native " + function.id();
      case JVM -> "scripts/build";
    };
  }
}
