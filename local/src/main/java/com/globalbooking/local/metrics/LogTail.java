package com.globalbooking.local.metrics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Reads a growing log file by whole lines. A line beyond all measure is skipped. */
final class LogTail {
  private static final int CHUNK = 1 << 16;
  private static final int LINE_MAX = 1 << 20;

  private final Path file;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long position;
  private boolean skipping;

  /**
   * @param position where to begin
   */
  LogTail(Path file, long position) {
    this.file = file;
    this.position = position;
  }

  /** Hands over the lines that were completed since the last time. */
  void read(Consumer<String> lines) {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < position) {
        position = 0; // somebody emptied it
        line.reset();
      }
      channel.position(position);
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
      while (channel.read(chunk) > 0) {
        chunk.flip();
        position += chunk.remaining();
        take(chunk, lines);
        chunk.clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(ByteBuffer chunk, Consumer<String> lines) {
    while (chunk.hasRemaining()) {
      byte next = chunk.get();
      if (next == '\n') {
        if (!skipping) {
          lines.accept(line.toString(StandardCharsets.UTF_8).stripTrailing());
        }
        line.reset();
        skipping = false;
      } else if (line.size() == LINE_MAX) {
        skipping = true;
      } else if (!skipping) {
        line.write(next);
      }
    }
  }
}
