package com.globalbooking.operations.environments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.globalbooking.operations.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The configuration that all Regions of an environment share. It is read, never written.
 *
 * @param text the file as it stands
 */
public record EnvironmentFile(Environment environment, String text) {
  /** What Pulumi calls the keys of this project. */
  static final String NAMESPACE = "global-booking:";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,9}");
  private static final YAMLMapper YAML = new YAMLMapper();

  /**
   * Reads the configuration of an environment.
   *
   * @throws RefusedException when there is none, or it lacks what every command needs
   */
  public static EnvironmentFile read(Workspace workspace, String environment) {
    if (!NAME.matcher(environment).matches()) {
      throw new RefusedException(
          "'%s' is not an environment: 1 to 10 lower-case letters and digits"
              .formatted(environment));
    }
    Path file = workspace.environmentFile(environment);
    String text = textOf(file, environment);
    JsonNode root = parsed(file, text);
    JsonNode values = root.path("config");
    refuseSecrets(file, root);
    return new EnvironmentFile(
        new Environment(
            environment, required(file, values, "primaryRegion"), regions(file, values)),
        text);
  }

  private static String textOf(Path file, String environment) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw new RefusedException(
          environment.equals("local")
              ? "No local Regions are being served: run scripts/local serve, and keep it running."
              : "There is no environment %s: %s does not exist.".formatted(environment, file),
          missing);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static JsonNode parsed(Path file, String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException wrong) {
      throw new RefusedException(
          "%s is not YAML: %s".formatted(file, wrong.getOriginalMessage()), wrong);
    }
  }

  private static String required(Path file, JsonNode values, String key) {
    String value = values.path(NAMESPACE + key).asText("");
    if (value.isEmpty()) {
      throw new RefusedException("%s does not set %s%s.".formatted(file, NAMESPACE, key));
    }
    return value;
  }

  private static List<String> regions(Path file, JsonNode values) {
    List<String> regions = new ArrayList<>();
    values.path(NAMESPACE + "regions").forEach(region -> regions.add(region.asText()));
    if (regions.isEmpty()) {
      throw new RefusedException("%s does not set %sregions.".formatted(file, NAMESPACE));
    }
    return regions;
  }

  /** An encrypted value, or a key to read it by, belongs to one stack; the file is for all. */
  private static void refuseSecrets(Path file, JsonNode root) {
    List<String> found = new ArrayList<>();
    for (String key : StackFile.OWN_KEYS) {
      if (root.has(key)) {
        found.add(key);
      }
    }
    root.path("config")
        .properties()
        .forEach(
            entry -> {
              if (!entry.getValue().findValues("secure").isEmpty()) {
                found.add(entry.getKey());
              }
            });
    if (!found.isEmpty()) {
      throw new RefusedException(
          "%s holds what belongs to a single stack (%s): take it out; secrets go to Secrets Manager."
              .formatted(file, String.join(", ", found)));
    }
  }
}
