package com.globalbooking.local.processes;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An executable at work. It ends with {@link #close}, and also when the JVM that started it ends in
 * any way: a shell beside it waits for the end of a pipe that only this JVM holds open.
 */
public final class NativeProcess implements AutoCloseable {
  /**
   * The shell becomes the engine, so that the engine's id is the one that Java knows; the watcher
   * names no path, or it would pass for an engine that was left behind.
   */
  private static final String WATCHED =
      """
      exec 3<&0
      engine=$$ sh -c 'while read -r line; do :; done; kill -KILL $engine' <&3 >/dev/null 2>&1 &
      exec "$@" </dev/null 3<&-
      """;

  private final Process process;
  private final Path log;

  private NativeProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a process.
   *
   * @param command an executable file, made executable if it is not, and its arguments
   * @param log what it says is appended here
   */
  public static NativeProcess start(List<String> command, Path log) throws IOException {
    Path executable = Path.of(command.getFirst());
    if (!Files.isExecutable(executable) && !executable.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + executable + " executable");
    }
    var whole = new ArrayList<>(List.of("/bin/sh", "-c", WATCHED, "sh"));
    whole.addAll(command);
    Process process =
        new ProcessBuilder(whole)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()))
            .start();
    return new NativeProcess(process, log);
  }

  /** Whether it is at work. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it at once (SIGKILL), as a crash would, and waits for its end. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** What it said last, for a sentence about why it is not there. */
  public String lastWords() throws IOException {
    return ProcessLog.lastWords(log);
  }

  /** Asks it to end, and ends it when it does not in time. May be repeated. */
  @Override
  public void close() {
    ProcessEnd.of(process);
  }
}
