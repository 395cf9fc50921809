package com.globalbooking.local.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs a program's own {@code main} once, in a process of its own, as the Pulumi CLI would. */
public final class ProgramRun {
  /** How much of the program's output a failure quotes. */
  private static final int QUOTED_LINES_MAX = 30;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Program program;
  private final Deployment deployment;
  private final ResourceProvider provider;
  private final Path logFile;
  private final Duration timeLimit;

  /**
   * @param logFile takes the program's log and everything it prints; replaced by each run
   * @param timeLimit after which the program is ended and the run fails
   */
  public ProgramRun(
      Program program,
      Deployment deployment,
      ResourceProvider provider,
      Path logFile,
      Duration timeLimit) {
    this.program = program;
    this.deployment = deployment;
    this.provider = provider;
    this.logFile = logFile;
    this.timeLimit = timeLimit;
  }

  /**
   * Runs the program to its end.
   *
   * @throws ProgramFailedException when it ends with an error or outlives the time limit
   * @throws InterruptedException when interrupted; the program is ended first
   * @throws UncheckedIOException when it cannot be started
   */
  public RunResult run() throws InterruptedException {
    var record = new RunRecord();
    Path printed = logFile.resolveSibling(logFile.getFileName() + ".out");
    try {
      Files.createDirectories(logFile.toAbsolutePath().getParent());
      try (var log = new PrintWriter(Files.newBufferedWriter(logFile), true);
          var server = EngineServer.start(deployment, provider, record, log::println)) {
        int exitCode = runProcess(server.address(), printed, record);
        if (exitCode != 0) {
          throw failed("ended with exit code " + exitCode, printed, record);
        }
      } finally {
        appendAndDelete(printed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RunResult(record.stackOutputs(), record.resources());
  }

  private int runProcess(String engineAddress, Path printed, RunRecord record)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(command())
            .directory(program.workingDirectory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().keySet().removeIf(name -> name.startsWith("PULUMI_"));
    builder.environment().putAll(environment(engineAddress));
    Process process = builder.start();
    try {
      if (!process.waitFor(timeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failed("did not end within " + timeLimit.toSeconds() + " s", printed, record);
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        // The Pulumi SDK spins for ever on the common pool of a machine with two cores or fewer.
        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        String.join(File.pathSeparator, program.classPath()),
        program.mainClass());
  }

  private Map<String, String> environment(String engineAddress) {
    Map<String, String> configuration = new TreeMap<>();
    deployment
        .configuration()
        .forEach((key, value) -> configuration.put(deployment.project() + ":" + key, value));
    List<String> secretKeys =
        deployment.secretKeys().stream()
            .map(key -> deployment.project() + ":" + key)
            .sorted()
            .toList();
    return Map.of(
        "PULUMI_MONITOR", engineAddress,
        "PULUMI_ENGINE", engineAddress,
        "PULUMI_PROJECT", deployment.project(),
        "PULUMI_STACK", deployment.stack(),
        "PULUMI_ORGANIZATION", Deployment.ORGANIZATION,
        "PULUMI_DRY_RUN", Boolean.toString(deployment.dryRun()),
        "PULUMI_ROOT_DIRECTORY", program.workingDirectory().toString(),
        "PULUMI_CONFIG", json(configuration),
        "PULUMI_CONFIG_SECRET_KEYS", json(secretKeys));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ProgramFailedException failed(String what, Path printed, RunRecord record)
      throws IOException {
    List<String> lines = Files.exists(printed) ? Files.readAllLines(printed, UTF_8) : List.of();
    List<String> tail = lines.subList(Math.max(0, lines.size() - QUOTED_LINES_MAX), lines.size());
    String errors = String.join("\n", record.errors());
    return new ProgramFailedException(
        "The program of stack %s %s.%n%s%n%s%nIts log: %s"
            .formatted(deployment.stack(), what, errors, String.join("\n", tail), logFile));
  }

  private void appendAndDelete(Path printed) throws IOException {
    if (Files.exists(printed)) {
      Files.write(logFile, Files.readAllBytes(printed), StandardOpenOption.APPEND);
      Files.delete(printed);
    }
  }
}
