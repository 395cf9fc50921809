package com.globalbooking.operations.environments;

import java.nio.file.Path;

/**
 * Where commands find and leave files.
 *
 * @param root the repository root
 * @param localDirectory of local Regions; {@code <root>/.local} unless they were told otherwise
 */
public record Workspace(Path root, Path localDirectory) {

  /** Ignored by Git: everything that commands write. */
  public Path scratch() {
    return root.resolve(".local");
  }

  /** The committed configuration of an environment; that of local Regions is written by them. */
  public Path environmentFile(String environment) {
    String name = "Pulumi." + environment + ".yaml";
    return environment.equals("local") ? localDirectory.resolve(name) : root.resolve(name);
  }

  /** The copy of it that Pulumi may write to. */
  public Path stackFile(StackId stack) {
    return scratch().resolve("stacks").resolve("Pulumi." + stack.name() + ".yaml");
  }

  /** The provider of each local Region, by port. */
  public Path providersFile() {
    return localDirectory.resolve("providers.json");
  }

  /** Where the tokens of an environment are kept until they expire. */
  public Path tokenFile(String environment) {
    return scratch().resolve("tokens").resolve(environment + ".json");
  }
}
