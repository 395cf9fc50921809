package com.globalbooking.local.bench;

import com.globalbooking.local.functions.RuntimeApi;
import com.globalbooking.local.functions.RuntimeApi.Reply;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One running instance of a function: a process and its Runtime API. */
final class BenchInstance implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Process process;
  private final RuntimeApi api;
  private final Path log;

  private BenchInstance(Process process, RuntimeApi api, Path log) {
    this.process = process;
    this.api = api;
    this.log = log;
  }

  /** An instance with what its first event took. */
  record Started(BenchInstance instance, long firstAnswerNanos) {}

  /**
   * Starts a process and waits for the answer to its first event. The event is there before the
   * process is, as on Lambda, where it is what starts the instance.
   *
   * @throws IOException when the function does not answer with status 200
   */
  static Started start(
      List<String> command, Map<String, String> environment, byte[] firstEvent, Path log)
      throws IOException, InterruptedException {
    RuntimeApi api = RuntimeApi.start("arn:aws:lambda:eu-west-1:000000000000:function:bench");
    CompletableFuture<Reply> first = api.submit(firstEvent, LIMIT);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    long spawned = System.nanoTime();
    Process process;
    try {
      process = builder.start();
    } catch (IOException cannotStart) {
      api.close();
      throw cannotStart;
    }
    BenchInstance instance = new BenchInstance(process, api, log);
    try {
      byte[] answer = instance.await(first);
      long nanos = System.nanoTime() - spawned;
      instance.requireBooked(answer);
      return new Started(instance, nanos);
    } catch (IOException | InterruptedException | RuntimeException failed) {
      instance.close();
      throw failed;
    }
  }

  /** Sends one event; returns the nanoseconds to its answer. */
  long call(byte[] event) throws IOException, InterruptedException {
    long sent = System.nanoTime();
    byte[] answer = await(api.submit(event, LIMIT));
    long nanos = System.nanoTime() - sent;
    requireBooked(answer);
    return nanos;
  }

  /** The most memory that the process ever had resident; empty where the system does not say. */
  OptionalLong peakMemoryBytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    }
  }

  /** Asks the process to end and waits until it has; an AOT cache is complete only then. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(2 * LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopNow) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    api.close();
  }

  private byte[] await(CompletableFuture<Reply> reply) throws IOException, InterruptedException {
    try {
      CompletableFuture.anyOf(reply, process.onExit()).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException silent) {
      throw new IOException("the function did not answer in " + LIMIT + "; see " + log, silent);
    } catch (ExecutionException broken) {
      throw new IOException("the function could not be reached; see " + log, broken);
    }
    if (!reply.isDone()) {
      throw new IOException("the function ended with " + process.exitValue() + "; see " + log);
    }
    return switch (reply.join()) {
      case Reply.Answered(byte[] payload) -> payload;
      case Reply.Errored(String type, byte[] payload) ->
          throw new IOException(
              "the function failed: " + type + " " + new String(payload, StandardCharsets.UTF_8));
    };
  }

  private void requireBooked(byte[] answer) throws IOException {
    String text = new String(answer, StandardCharsets.UTF_8);
    if (!text.contains("\"statusCode\":200")) {
      throw new IOException("the function did not book: " + text + "; see " + log);
    }
  }
}
