package com.globalbooking.operations.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which state of the sources is deployed, as Git knows it. */
final class SourceState {

  private SourceState() {}

  /** The commit, with {@code -dirty} where files differ from it; empty outside a checkout. */
  static Optional<String> of(Path root) {
    return git(root, "rev-parse", "HEAD")
        .map(
            commit ->
                git(root, "status", "--porcelain", "--untracked-files=no")
                        .filter(String::isEmpty)
                        .isPresent()
                    ? commit
                    : commit + "-dirty");
  }

  private static Optional<String> git(Path root, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
    } catch (IOException noGit) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
