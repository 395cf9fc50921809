package com.globalbooking.stack.functions;

import com.pulumi.exceptions.RunException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The package of a function on disk.
 *
 * @param buildCommand what to run, in the repository root, to build it
 */
record FunctionPackage(Path file, String buildCommand) {

  /**
   * The file, which is there.
   *
   * @throws RunException when it is not; the message says how to build it
   */
  Path existingFile() {
    if (!Files.isRegularFile(file)) {
      throw new RunException(
          "The package %s does not exist; build it with %s.".formatted(file, buildCommand));
    }
    return file;
  }
}
