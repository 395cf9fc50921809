package com.globalbooking.operations.pulumi;

import com.globalbooking.operations.environments.LocalProviders;
import com.globalbooking.operations.environments.StackId;
import com.globalbooking.operations.environments.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * For local Regions: the state lies beside them, and each Region's provider is the process that
 * serves it, at a port that it has written down.
 */
public record LocalVariables(Workspace workspace) implements CliEnvironment {

  @Override
  public Map<String, String> variables(Optional<StackId> stack) {
    Map<String, String> variables = new TreeMap<>(AwsVariables.ALWAYS);
    variables.put("PULUMI_BACKEND_URL", "file://" + folder("pulumi/state"));
    variables.put("PULUMI_HOME", folder("pulumi/home").toString());
    // Guards nothing: whoever reads the state reads this line too.
    variables.put("PULUMI_CONFIG_PASSPHRASE", "local");
    variables.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
    stack.ifPresent(
        it ->
            variables.put(
                "PULUMI_DEBUG_PROVIDERS",
                "aws:" + LocalProviders.read(workspace).port(it.region())));
    return variables;
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(workspace.localDirectory().resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
