package com.globalbooking.local.http;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Access log lines in a file, in the format that the stage declares. */
final class AccessLog implements AutoCloseable {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$context\\.([A-Za-z0-9_.-]*[A-Za-z0-9_-])");

  private final Path file;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable BufferedWriter writer;

  AccessLog(Path file) {
    this.file = file;
  }

  /**
   * Adds a line. A log that cannot be written is a fault of the machine, not of the request.
   *
   * @param values of the variables, without {@code $context.}; what is not there becomes a dash
   */
  void write(String format, Map<String, String> values) {
    lock.lock();
    try {
      BufferedWriter out = open();
      out.write(line(format, values));
      out.newLine();
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    } finally {
      lock.unlock();
    }
  }

  static String line(String format, Map<String, String> values) {
    return VARIABLE
        .matcher(format)
        .replaceAll(
            variable ->
                Matcher.quoteReplacement(escape(values.getOrDefault(variable.group(1), "-"))));
  }

  /** Values come from callers: none may end the line or a JSON string in it. */
  private static String escape(String value) {
    var escaped = new StringBuilder();
    value
        .chars()
        .forEach(
            character -> {
              if (character == '"' || character == '\\') {
                escaped.append('\\').append((char) character);
              } else if (character < ' ') {
                escaped.append("\\u%04x".formatted(character));
              } else {
                escaped.append((char) character);
              }
            });
    return escaped.toString();
  }

  private BufferedWriter open() throws IOException {
    BufferedWriter open = writer;
    if (open == null) {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      open = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      writer = open;
    }
    return open;
  }
}
