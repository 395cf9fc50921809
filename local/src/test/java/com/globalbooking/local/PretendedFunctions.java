package com.globalbooking.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.SmokeEvent;
import com.globalbooking.local.functions.FunctionReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Functions that are deployed and never started. */
final class PretendedFunctions {
  private PretendedFunctions() {}

  /** What a function that works responds to its smoke event; else the payload. */
  static byte[] respond(String name, byte[] payload) {
    List<String> answers =
        List.of("{\"statusCode\":200,}", "{\"batchItemFailures\":[]}", SmokeEvent.STARTED);
    for (Function function : Function.values()) {
      boolean called = FunctionReference.of(name).name().endsWith("-" + function.id());
      if (called && new String(payload, UTF_8).equals(SmokeEvent.of(function))) {
        return answers.stream()
            .filter(answer -> SmokeEvent.isPassedBy(function, answer))
            .findFirst()
            .orElseThrow()
            .getBytes(UTF_8);
      }
    }
    return payload;
  }

  /** A package for each function. */
  static Path packages(Path directory) throws IOException {
    Path packages = directory.resolve("packages-of-functions");
    for (Function function : Function.values()) {
      Path target = Files.createDirectories(packages.resolve(function.id()).resolve("target"));
      try (var zip = new ZipOutputStream(Files.newOutputStream(target.resolve("function.zip")))) {
        zip.putNextEntry(new ZipEntry("bootstrap"));
        zip.closeEntry();
      }
    }
    return packages;
  }
}
