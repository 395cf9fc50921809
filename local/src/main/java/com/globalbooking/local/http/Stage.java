package com.globalbooking.local.http;

import java.util.Map;
import java.util.Optional;

/**
 * A stage as declared. All changes are deployed to it at once, as with {@code autoDeploy}.
 *
 * @param name {@code $default}, or the first segment of every path
 * @param throttling of each route that has no limits of its own; empty for none
 * @param routeThrottling by route key
 * @param accessLogFormat a line with {@code $context.…} variables; empty for no access log
 * @param variables handed to functions as {@code stageVariables}
 */
public record Stage(
    String name,
    Optional<Throttling> throttling,
    Map<String, Throttling> routeThrottling,
    Optional<String> accessLogFormat,
    Map<String, String> variables) {

  /** The stage without a name in its path. */
  public static final String DEFAULT = "$default";

  public Stage {
    routeThrottling = Map.copyOf(routeThrottling);
    variables = Map.copyOf(variables);
  }
}
