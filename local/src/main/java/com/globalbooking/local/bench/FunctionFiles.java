package com.globalbooking.local.bench;

import com.globalbooking.local.functions.PackageStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A function's packages, laid out for starting.
 *
 * @param root of the repository
 * @param function its id, a folder of {@code lambdas/}
 * @param work where packages are unpacked and caches written
 */
record FunctionFiles(Path root, String function, Path work) {
  /**
   * Unpacks what the variant needs.
   *
   * @return the command that starts it
   * @throws IOException when its package is not built; the message names the script that builds it
   */
  List<String> prepare(Variant variant) throws IOException {
    Path taskRoot = new PackageStore(work).unpacked(packageOf(root, function, variant));
    List<String> command = new ArrayList<>(List.of(taskRoot.resolve("bootstrap").toString()));
    command.addAll(variant.jvmOptions());
    return command;
  }

  /** Where the AOT cache of the function is written to and read from. */
  Path aotCache() {
    return work.resolve("function.aot");
  }

  /**
   * Where the build puts the package that the variant runs.
   *
   * @throws IOException when it is not there; the message names the script that builds it
   */
  static Path packageOf(Path root, String function, Variant variant) throws IOException {
    Path target = root.resolve("lambdas").resolve(function).resolve("target");
    Path zip = target.resolve(variant.isJvm() ? "function.zip" : "native/function.zip");
    if (!Files.isRegularFile(zip)) {
      throw new IOException(
          "%s does not exist: run %s"
              .formatted(zip, variant.isJvm() ? "scripts/build" : "scripts/native " + function));
    }
    return zip;
  }
}
