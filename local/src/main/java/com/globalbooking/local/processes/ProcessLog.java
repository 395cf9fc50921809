package com.globalbooking.local.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process writes. */
public final class ProcessLog {
  private static final int QUOTED_LINES = 20;

  private ProcessLog() {}

  /** What stands at its end, for a sentence about why the process is not there. */
  public static String lastWords(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return log
        + " ends with:\n"
        + String.join("\n", lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size()));
  }
}
