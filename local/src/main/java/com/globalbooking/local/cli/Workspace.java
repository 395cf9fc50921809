package com.globalbooking.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where local Regions keep their files.
 *
 * @param root the repository root
 * @param directory {@code <root>/.local}, unless the environment variable {@code LOCAL_DIRECTORY}
 *     of {@code scripts/local} names another, as tests do
 */
record Workspace(Path root, Path directory) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The checkout that {@code scripts/local} runs from. */
  static Workspace ofThisCheckout() {
    return new Workspace(
        directoryNamedBy("globalbooking.root"), directoryNamedBy("globalbooking.directory"));
  }

  private static Path directoryNamedBy(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new CommandFailedException("Run this by scripts/local, which sets " + property + ".");
    }
    return Path.of(value).toAbsolutePath().normalize();
  }

  /** Output of the Regions when they run detached. */
  Path upLog() {
    return directory().resolve("up.log");
  }

  private Path stateFile() {
    return directory().resolve("state.json");
  }

  /** The Regions that were started last and have not said that they stopped. */
  Optional<RunningRegions> running() {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(stateFile()), RunningRegions.class));
    } catch (NoSuchFileException notRunning) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read " + stateFile(), failure);
    }
  }

  /** Refuses, in a sentence, to start Regions beside others in the same place. */
  void requireNothingRunning() {
    Optional<RunningRegions> running = running().filter(RunningRegions::alive);
    if (running.isPresent()) {
      throw new CommandFailedException(
          "Local Regions are running already (process %d). See scripts/local status, or stop them with scripts/local down."
              .formatted(running.get().pid()));
    }
  }

  /** Writes the state for other commands; readable by this user only, since it has the secret. */
  void announce(RunningRegions running) throws IOException {
    Files.createDirectories(directory());
    Path unfinished =
        Files.createTempFile(
            directory(),
            "state",
            ".json",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(unfinished, JSON.writeValueAsBytes(running));
    Files.move(unfinished, stateFile(), StandardCopyOption.ATOMIC_MOVE);
  }

  void forget() throws IOException {
    Files.deleteIfExists(stateFile());
  }
}
