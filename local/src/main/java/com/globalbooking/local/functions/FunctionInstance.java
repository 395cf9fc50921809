package com.globalbooking.local.functions;

import com.globalbooking.local.functions.RuntimeApi.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One execution environment: a process and the Runtime API that it polls. It serves one invocation
 * at a time; whoever uses it takes care of that.
 */
final class FunctionInstance implements AutoCloseable {
  private static final String EXIT_ERROR = "Runtime.ExitError";

  private final FunctionDefinition definition;
  private final RuntimeApi api;
  private final Process process;
  private final Duration stopLimit;
  private final long began = System.nanoTime();
  private volatile Duration startTook = Duration.ZERO;
  private volatile boolean stopping;

  private FunctionInstance(
      FunctionDefinition definition, RuntimeApi api, Process process, Duration stopLimit) {
    this.definition = definition;
    this.api = api;
    this.process = process;
    this.stopLimit = stopLimit;
  }

  /** How the start of an instance went. */
  sealed interface Start {
    record Ready(FunctionInstance instance) implements Start {}

    record Refused(InvocationResult.Failed why) implements Start {}
  }

  /**
   * Starts a process and waits until it polls for its first event.
   *
   * @param logFile takes what the process writes, at its end
   */
  static Start start(Launch launch, Path logFile, Limits limits, Clock clock)
      throws InterruptedException {
    FunctionDefinition definition = launch.definition();
    RuntimeApi api = RuntimeApi.start(definition.arn());
    Process process;
    try {
      process = spawn(launch, api, logFile, clock);
    } catch (IOException e) {
      api.close();
      return new Start.Refused(failed("Runtime.InvalidEntrypoint", String.valueOf(e.getMessage())));
    }
    var instance = new FunctionInstance(definition, api, process, limits.stopLimit());
    boolean ready = false;
    try {
      var refusal = instance.awaitReady(limits.startLimit());
      ready = refusal == null;
      instance.startTook = Duration.ofNanos(System.nanoTime() - instance.began);
      return refusal == null ? new Start.Ready(instance) : new Start.Refused(refusal);
    } finally {
      if (!ready) {
        instance.close();
      }
    }
  }

  /** Runs the function once; afterwards the instance is of use only if it {@link #isUsable}. */
  InvocationResult invoke(byte[] payload) throws InterruptedException {
    CompletableFuture<Reply> reply = api.submit(payload, definition.timeout());
    try {
      CompletableFuture.anyOf(reply, process.onExit())
          .get(definition.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      kill();
      return new InvocationResult.TimedOut();
    } catch (ExecutionException closed) {
      return exited();
    }
    // A process may answer and end; the answer counts.
    if (!reply.isDone() || reply.isCompletedExceptionally()) {
      return exited();
    }
    return switch (reply.join()) {
      case Reply.Answered(byte[] answer) -> new InvocationResult.Succeeded(answer);
      case Reply.Errored(String type, byte[] error) -> new InvocationResult.Failed(type, error);
    };
  }

  /** From the start of its process to its first poll. */
  Duration startTook() {
    return startTook;
  }

  /** Whether it can take an invocation; a process that was told to end may still be there. */
  boolean isUsable() {
    return !stopping && process.isAlive();
  }

  /** Runs when the process has ended, for whatever reason. */
  void onExit(Runnable action) {
    var _ = process.onExit().thenRun(action);
  }

  /** Ends the process at once, whatever it is at, as if its machine had failed. */
  void crash() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Asks the process and its children to end. */
  void terminate() {
    stopping = true;
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  /** Ends the process, by force if it does not listen, and waits for its end. */
  @Override
  public void close() {
    stopping = true;
    List<ProcessHandle> children = process.descendants().toList();
    children.forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(stopLimit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopNow) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
    api.close();
  }

  private void kill() {
    stopping = true;
    crash();
    api.close();
  }

  private static Process spawn(Launch launch, RuntimeApi api, Path logFile, Clock clock)
      throws IOException {
    var builder = new ProcessBuilder(launch.command());
    builder.directory(launch.taskRoot().toFile());
    builder.environment().clear();
    builder.environment().putAll(launch.environment(api.address(), LocalDate.now(clock)));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private InvocationResult.@Nullable Failed awaitReady(Duration limit) throws InterruptedException {
    try {
      CompletableFuture.anyOf(api.ready(), process.onExit())
          .get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return failed("Runtime.InitTimeout", "the function did not ask for an event in " + limit);
    } catch (ExecutionException e) {
      return e.getCause() instanceof RuntimeInitException init
          ? new InvocationResult.Failed(init.errorType(), init.payload())
          : exited();
    }
    return api.ready().isDone() ? null : exited();
  }

  private InvocationResult.Failed exited() {
    String how = process.isAlive() ? "it was stopped" : "exit status " + process.exitValue();
    return failed(EXIT_ERROR, "Runtime exited: " + how);
  }

  private static InvocationResult.Failed failed(String type, String message) {
    String json = ErrorObject.json(type, message);
    return new InvocationResult.Failed(type, json.getBytes(StandardCharsets.UTF_8));
  }
}
