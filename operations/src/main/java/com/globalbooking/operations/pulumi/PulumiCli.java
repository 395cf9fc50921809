package com.globalbooking.operations.pulumi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.operations.RefusedException;
import com.globalbooking.operations.environments.StackId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The Pulumi CLI in processes of its own. */
public final class PulumiCli implements Pulumi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path root;
  private final CliEnvironment environment;
  private final Optional<String> secretsProvider;

  /**
   * @param root the repository root, which holds Pulumi.yaml and scripts/pulumi
   * @param secretsProvider of stacks that are made; Pulumi's default without one
   */
  public PulumiCli(Path root, CliEnvironment environment, Optional<String> secretsProvider) {
    this.root = root;
    this.environment = environment;
    this.secretsProvider = secretsProvider;
  }

  @Override
  public List<StackSummary> stacks() {
    List<StackSummary> stacks = new ArrayList<>();
    json(answer(Optional.empty(), List.of("stack", "ls", "--json")))
        .forEach(
            stack -> {
              String name = stack.path("name").asText();
              stacks.add(
                  new StackSummary(
                      name.substring(name.lastIndexOf('/') + 1),
                      stack.path("resourceCount").asInt()));
            });
    return stacks;
  }

  @Override
  public void create(StackId stack) {
    List<String> arguments =
        new ArrayList<>(List.of("stack", "init", stack.name(), "--non-interactive", "--no-select"));
    secretsProvider.ifPresent(it -> arguments.addAll(List.of("--secrets-provider", it)));
    answer(Optional.of(stack), arguments);
  }

  @Override
  public Report run(Operation operation, StackId stack, Path configuration, RunListener listener) {
    List<String> arguments = new ArrayList<>(List.of(operation.command()));
    arguments.addAll(operation.arguments());
    arguments.addAll(
        List.of(
            "--json",
            "--non-interactive",
            "--stack",
            stack.name(),
            "--config-file",
            configuration.toString()));
    var events = new EngineEvents(operation == Operation.PREVIEW, listener);
    Ended ended = execute(Optional.of(stack), arguments, events::line);
    return events.report(ended.exitCode(), ended.standardError());
  }

  @Override
  public JsonNode outputs(StackId stack) {
    return json(
        answer(
            Optional.of(stack),
            List.of("stack", "output", "--json", "--show-secrets", "--stack", stack.name())));
  }

  @Override
  public void unprotect(StackId stack) {
    answer(
        Optional.of(stack),
        List.of("state", "unprotect", "--all", "--yes", "--stack", stack.name()));
  }

  /** What a command prints, or why it failed. */
  private String answer(Optional<StackId> stack, List<String> arguments) {
    var printed = new StringBuilder();
    Ended ended = execute(stack, arguments, line -> printed.append(line).append('\n'));
    if (ended.exitCode() != 0) {
      var errors = new ErrorSentences();
      errors.add(
          Optional.empty(),
          ended.standardError().isBlank() ? printed.toString() : ended.standardError());
      throw new RefusedException(
          errors.sentences().isEmpty()
              ? "pulumi %s ended with exit code %d and said nothing."
                  .formatted(String.join(" ", arguments), ended.exitCode())
              : String.join("\n", errors.sentences()));
    }
    return printed.toString();
  }

  private record Ended(int exitCode, String standardError) {}

  private Ended execute(Optional<StackId> stack, List<String> arguments, Consumer<String> lines) {
    List<String> command = new ArrayList<>();
    command.add(root.resolve("scripts").resolve("pulumi").toString());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().putAll(environment.variables(stack));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      // Ctrl-C reaches both; the CLI then ends what it is at and unlocks the stack.
      var patience = new Thread(() -> process.onExit().join());
      Runtime.getRuntime().addShutdownHook(patience);
      CompletableFuture<String> refusals = CompletableFuture.supplyAsync(() -> error(process));
      try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
        output.lines().forEach(lines);
      }
      int exitCode = process.waitFor();
      forget(patience);
      return new Ended(exitCode, refusals.join());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RefusedException("Interrupted while Pulumi was at work.", interrupted);
    }
  }

  /** Collects standard error; what only says that the CLI is being built goes on at once. */
  private static String error(Process process) {
    var told = new StringBuilder();
    process
        .errorReader(StandardCharsets.UTF_8)
        .lines()
        .forEach(
            line -> {
              if (line.startsWith("Building ") || line.startsWith("Another build ")) {
                System.err.println(line);
              } else {
                told.append(line).append('\n');
              }
            });
    return told.toString();
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAnyway) {
      // The hook has done its work.
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException wrong) {
      throw new RefusedException("Pulumi did not answer with JSON: " + text.strip(), wrong);
    }
  }
}
