package com.globalbooking.stack.functions;

import com.globalbooking.contract.Function;
import java.nio.file.Path;

/**
 * The two ways to package a function. Both hold an executable {@code bootstrap} for Lambda's bare
 * operating system: the AWS provider that this program is pinned to knows no managed Java newer
 * than 21.
 */
public enum Packaging {
  /** A native executable: the fast cold start. */
  NATIVE("native", Path.of("target", "native", "function.zip")),
  /** Class files, and a Java runtime where the package brings one: built in seconds. */
  JVM("jvm", Path.of("target", "function.zip"));

  /** The Lambda runtime of every function. */
  static final String RUNTIME = "provided.al2023";

  /** What the runtime calls by this name is the package's business. */
  static final String HANDLER = "bootstrap";

  private final String value;
  private final Path file;

  Packaging(String value, Path file) {
    this.value = value;
    this.file = file;
  }

  /** As it stands in the configuration. */
  public String value() {
    return value;
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
