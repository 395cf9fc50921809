package com.globalbooking.local.engine;

import java.util.Map;

/**
 * Everything that stands behind a program's resources.
 *
 * @param handlers resource type token to its handler
 * @param functions what {@code invoke} reaches
 * @param stacks what stack references reach
 */
public record ResourceProvider(
    Map<String, ResourceHandler> handlers, ProviderFunctions functions, StackOutputs stacks) {
  public ResourceProvider {
    handlers = Map.copyOf(handlers);
  }
}
