package com.globalbooking.operations.environments;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The copy of an environment's configuration that one stack uses. Pulumi writes the stack's secrets
 * provider into the file that it reads; those keys outlive every new copy, the rest does not.
 */
public final class StackFile {
  /** What Pulumi writes, at the margin of the file. */
  static final List<String> OWN_KEYS = List.of("secretsprovider", "encryptedkey", "encryptionsalt");

  private static final Pattern CONFIG = Pattern.compile("(?m)^config:[^\\S\\n]*\\n");

  private StackFile() {}

  /**
   * Makes the copy anew.
   *
   * @param additional further keys of this project, without namespace
   * @return the copy
   */
  public static Path write(
      Workspace workspace, StackId stack, EnvironmentFile shared, Map<String, String> additional) {
    Path file = workspace.stackFile(stack);
    String own = ownKeys(file);
    String copy = withKeys(shared.text(), additional);
    try {
      Files.createDirectories(file.getParent());
      Path unfinished = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(unfinished, copy + own);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String ownKeys(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> OWN_KEYS.stream().anyMatch(key -> line.startsWith(key + ":")))
          .map(line -> line + "\n")
          .collect(joining());
    } catch (NoSuchFileException firstTime) {
      return "";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String withKeys(String text, Map<String, String> additional) {
    String lines =
        additional.entrySet().stream()
            .map(
                entry ->
                    "  %s%s: \"%s\"\n"
                        .formatted(EnvironmentFile.NAMESPACE, entry.getKey(), entry.getValue()))
            .collect(joining());
    String complete = text.endsWith("\n") ? text : text + "\n";
    return CONFIG
        .matcher(complete)
        .replaceFirst(start -> Matcher.quoteReplacement(start.group() + lines));
  }
}
