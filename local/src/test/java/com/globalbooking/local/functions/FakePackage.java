package com.globalbooking.local.functions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes packages whose {@code bootstrap} runs {@link FakeFunction}, or whatever else is given. */
final class FakePackage {
  private FakePackage() {}

  static Path in(Path directory) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        FakeFunction.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    String script =
        """
        #!/bin/sh
        exec "%s" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "%s" %s
        """
            .formatted(java, classes, FakeFunction.class.getName());
    return zip(directory.resolve("function.zip"), "bootstrap", script);
  }

  static Path zip(Path file, String entry, String content) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      var packed = new ZipEntry(entry);
      packed.setTime(0); // else the same content makes another file
      zip.putNextEntry(packed);
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
