package com.globalbooking.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where something was measured.
 *
 * @param memoryGigabytes of the whole machine; 0 when unknown
 */
record Machine(String cpu, int cores, double memoryGigabytes, String system, String jdk) {
  static Machine current() throws IOException {
    return new Machine(
        field(Path.of("/proc/cpuinfo"), "model name", System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        Double.parseDouble(
                field(Path.of("/proc/meminfo"), "MemTotal", "0 kB").replaceAll("\\D", ""))
            / 1e6,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"));
  }

  /** The first {@code name : value} of a file of /proc. */
  private static String field(Path file, String name, String otherwise) throws IOException {
    if (!Files.isReadable(file)) {
      return otherwise;
    }
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name) && line.contains(":"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(otherwise);
    }
  }
}
