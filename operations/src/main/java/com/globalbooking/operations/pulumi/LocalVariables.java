package com.globalbooking.operations.pulumi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.operations.RefusedException;
import com.globalbooking.operations.environments.StackId;
import com.globalbooking.operations.environments.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * For local Regions: the state lies beside them, and each Region's provider is the process that
 * serves it, at a port that it has written down.
 */
public record LocalVariables(Workspace workspace) implements CliEnvironment {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Map<String, String> variables(Optional<StackId> stack) {
    Map<String, String> variables = new TreeMap<>(AwsVariables.ALWAYS);
    variables.put("PULUMI_BACKEND_URL", "file://" + folder("pulumi/state"));
    variables.put("PULUMI_HOME", folder("pulumi/home").toString());
    // Guards nothing: whoever reads the state reads this line too.
    variables.put("PULUMI_CONFIG_PASSPHRASE", "local");
    variables.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
    stack.ifPresent(
        it -> variables.put("PULUMI_DEBUG_PROVIDERS", "aws:" + providerPort(it.region())));
    return variables;
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(workspace.localDirectory().resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private int providerPort(String region) {
    Path file = workspace.providersFile();
    try {
      JsonNode port = JSON.readTree(Files.readAllBytes(file)).path(region);
      if (!port.isInt()) {
        throw new RefusedException(
            "%s is not served: run scripts/local serve --regions with it.".formatted(region));
      }
      return port.asInt();
    } catch (NoSuchFileException notServing) {
      throw new RefusedException(
          "No local Regions are being served: run scripts/local serve, and keep it running.",
          notServing);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
