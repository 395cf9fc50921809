package com.globalbooking.local.engine;

import java.util.Map;
import java.util.Set;

/**
 * What a program is told about the deployment it is part of.
 *
 * @param project Pulumi project name, also the namespace of the configuration keys
 * @param stack stack name
 * @param configuration key without namespace to value; structured values as JSON
 * @param secretKeys keys of the configuration that are secret
 * @param dryRun whether to preview only
 */
public record Deployment(
    String project,
    String stack,
    Map<String, String> configuration,
    Set<String> secretKeys,
    boolean dryRun) {
  /** The organization that the CLI reports when it works without Pulumi's service. */
  public static final String ORGANIZATION = "organization";

  public Deployment {
    configuration = Map.copyOf(configuration);
    secretKeys = Set.copyOf(secretKeys);
  }

  /** The name under which other stacks refer to this one. */
  public String qualifiedStack() {
    return ORGANIZATION + "/" + project + "/" + stack;
  }

  /** The same deployment, previewed. */
  public Deployment preview() {
    return new Deployment(project, stack, configuration, secretKeys, true);
  }
}
