package com.globalbooking.stack.engine;

import com.globalbooking.stack.naming.Names;
import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Files of the Pulumi project as they are committed. */
public final class ProjectFile {

  private static final Path PLACEHOLDERS = Path.of("src", "test", "resources", "placeholders.yaml");

  private ProjectFile() {}

  /** The configuration of an environment, as committed: key without namespace to text or JSON. */
  public static Map<String, String> committed(String environment) {
    return texts(members(yaml(Path.of("..", "Pulumi." + environment + ".yaml")).get("config")));
  }

  /** The same with what a platform team fills in. */
  public static Map<String, String> filledIn(String environment) {
    Map<String, String> configuration = new TreeMap<>(committed(environment));
    texts(yaml(PLACEHOLDERS))
        .forEach((key, value) -> configuration.computeIfPresent(key, (_, _) -> value));
    return configuration;
  }

  /** A file of the project. */
  public static Map<String, Object> read(String file) {
    return yaml(Path.of("..", file));
  }

  /** The members of an object. */
  public static Map<String, Object> members(@Nullable Object object) {
    Map<String, Object> members = new TreeMap<>();
    ((Map<?, ?>) Objects.requireNonNull(object))
        .forEach((key, value) -> members.put(String.valueOf(key), value));
    return members;
  }

  /** As the Pulumi CLI hands it over: text as it is, lists and objects as JSON. */
  private static Map<String, String> texts(Map<String, Object> members) {
    Map<String, String> texts = new TreeMap<>();
    members.forEach(
        (key, value) ->
            texts.put(
                key.replace(Names.PROJECT + ":", ""),
                value instanceof String text ? text : new Gson().toJson(value)));
    return texts;
  }

  private static Map<String, Object> yaml(Path file) {
    try {
      return members(
          new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
