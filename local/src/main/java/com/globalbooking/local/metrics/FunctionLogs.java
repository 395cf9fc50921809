package com.globalbooking.local.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The metric values in the log files of a directory, each read as it grows. What a file held before
 * was written by an earlier run and is left alone.
 */
public final class FunctionLogs {
  private static final String LOG = ".log";
  private static final String ACCESS_LOG = ".access.log";

  private final Path directory;
  private final MetricStore store;
  private final Map<Path, LogTail> tails = new HashMap<>();
  private long malformed;

  /**
   * @param directory where each function has its {@code .log} file; it need not be there yet
   */
  public FunctionLogs(Path directory, MetricStore store) {
    this.directory = directory;
    this.store = store;
    for (Path file : files()) {
      tails.put(file, new LogTail(file, size(file)));
    }
  }

  /** Takes what was written since the last time. */
  public synchronized void read() {
    for (Path file : files()) {
      tails.computeIfAbsent(file, it -> new LogTail(it, 0)).read(this::take);
    }
  }

  /** Lines that meant to be EMF and were not: values that nobody will ever see. */
  public synchronized long malformed() {
    return malformed;
  }

  private void take(String line) {
    switch (EmfParser.parse(line)) {
      case EmfLine.Other() -> {}
      case EmfLine.Malformed _ -> malformed++;
      case EmfLine.Values(List<Datapoint> points) -> points.forEach(store::put);
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(it -> it.toString().endsWith(LOG) && !it.toString().endsWith(ACCESS_LOG))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
