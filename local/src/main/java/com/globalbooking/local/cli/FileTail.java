package com.globalbooking.local.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The whole lines that a file has gained since the last look. */
final class FileTail {
  /** How long to wait between two looks. */
  static final long POLL_MILLIS = 200;

  private final Path file;
  private long position;

  FileTail(Path file) {
    this.file = file;
  }

  List<String> newLines() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
      byte[] gained = new byte[Math.toIntExact(reader.length() - position)];
      reader.seek(position);
      reader.readFully(gained);
      int end = gained.length;
      while (end > 0 && gained[end - 1] != '\n') {
        end--;
      }
      position += end;
      return new String(gained, 0, end, StandardCharsets.UTF_8).lines().toList();
    }
  }
}
