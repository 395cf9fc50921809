package com.globalbooking.stack.parity;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A resource or section of the seed and what stands for it.
 *
 * @param seed its name there
 * @param ours what stands for it: a type and a name of the graph, {@code output} and the name of an
 *     output, or {@code file} and a path in the repository
 * @param holds inputs of the first of them that the verdict rests on, by path
 * @param note what is different or better, empty when nothing is
 * @param decisions files below docs/decisions that say why it is different
 */
record SeedItem(
    String seed,
    List<String> ours,
    Map<String, JsonElement> holds,
    Verdict verdict,
    String note,
    List<String> decisions) {

  /** There is no "missing" and no "weaker": either would be a fault to repair. */
  enum Verdict {
    SAME,
    BETTER,
    DIFFERENT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Gson GSON = new Gson();

  /** Reads a list of them. */
  static List<SeedItem> read(String file) {
    try {
      Object items =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .load(Files.readString(Path.of("src", "test", "resources", "parity", file)));
      return ((Collection<?>) items).stream().map(item -> of((Map<?, ?>) item)).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static SeedItem of(Map<?, ?> item) {
    Map<String, JsonElement> holds = new TreeMap<>();
    if (item.get("holds") instanceof Map<?, ?> inputs) {
      inputs.forEach((path, value) -> holds.put(String.valueOf(path), GSON.toJsonTree(value)));
    }
    return new SeedItem(
        String.valueOf(Objects.requireNonNull(item.get("seed"))),
        texts(item.get("ours")),
        Map.copyOf(holds),
        Verdict.valueOf(String.valueOf(item.get("verdict")).toUpperCase(Locale.ROOT)),
        item.get("note") instanceof String note ? note : "",
        texts(item.get("decision")));
  }

  private static List<String> texts(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case Collection<?> several -> several.stream().map(String::valueOf).toList();
      default -> List.of(String.valueOf(value));
    };
  }
}
