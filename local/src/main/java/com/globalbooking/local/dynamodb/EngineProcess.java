package com.globalbooking.local.dynamodb;

import com.globalbooking.local.processes.ProcessEnd;
import com.globalbooking.local.processes.ProcessLog;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** DynamoDB Local at work in a process of its own. It ends when the JVM that started it does. */
final class EngineProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final int port;

  private EngineProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param port 0 for any free one
   * @param data where it keeps its data; empty for in memory
   * @param log what it says is appended here
   * @throws IOException when it does not listen in time; the message quotes the log
   */
  static EngineProcess start(Path libDirectory, int port, Optional<Path> data, Path log)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(libDirectory, port, data))
            .redirectError(Redirect.appendTo(log.toFile()))
            .start();
    try {
      return new EngineProcess(process, awaitPort(process, log));
    } catch (IOException | InterruptedException | RuntimeException failed) {
      process.destroyForcibly();
      throw failed;
    }
  }

  /** Where it listens, on loopback. */
  int port() {
    return port;
  }

  /** Ends it at once, as a crash would, and waits for its end. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, and ends it when it does not in time. May be repeated. */
  @Override
  public void close() {
    ProcessEnd.of(process);
  }

  /** What starts the process: {@link EngineMain} beside the jars of DynamoDB Local. */
  static List<String> command(Path libDirectory, int port, Optional<Path> data) throws IOException {
    String classPath = libDirectory.toAbsolutePath() + "/*" + File.pathSeparator + ownClasses();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                // Short-lived and mostly idle: the second compiler would only take a core from
                // the tests.
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                EngineMain.class.getName(),
                Integer.toString(port)));
    data.ifPresent(directory -> command.add(directory.toString()));
    return command;
  }

  private static Path ownClasses() throws IOException {
    try {
      return Path.of(EngineMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException unusable) {
      throw new IOException("cannot tell where the classes of this program are", unusable);
    }
  }

  private static int awaitPort(Process process, Path log) throws IOException, InterruptedException {
    var line = new CompletableFuture<@Nullable String>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                line.complete(process.inputReader(StandardCharsets.US_ASCII).readLine());
              } catch (IOException broken) {
                line.completeExceptionally(broken);
              }
            });
    try {
      String port = line.get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      if (port != null) {
        return Integer.parseInt(port);
      }
      throw new IOException("DynamoDB Local ended at once; " + ProcessLog.lastWords(log));
    } catch (TimeoutException slow) {
      throw new IOException(
          "DynamoDB Local did not start in " + START_LIMIT + "; " + ProcessLog.lastWords(log));
    } catch (ExecutionException broken) {
      throw new IOException(
          "DynamoDB Local could not be read; " + ProcessLog.lastWords(log), broken);
    }
  }
}
