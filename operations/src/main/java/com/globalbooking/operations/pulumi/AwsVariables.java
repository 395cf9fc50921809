package com.globalbooking.operations.pulumi;

import com.globalbooking.operations.environments.StackId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * For Regions of AWS: whatever back end and credentials the operator has.
 *
 * @param operator the operator's own variables
 */
public record AwsVariables(Map<String, String> operator) implements CliEnvironment {
  private static final String ACQUISITION = "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION";

  /** What every environment needs. */
  static final Map<String, String> ALWAYS =
      Map.of(
          // A copy of the configuration may be lost; the state knows how its secrets are encrypted.
          "PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER", "true",
          "PULUMI_ENABLE_STREAMING_JSON_PREVIEW", "true",
          "PULUMI_SKIP_UPDATE_CHECK", "true");

  public AwsVariables {
    operator = Map.copyOf(operator);
  }

  @Override
  public Map<String, String> variables(Optional<StackId> stack) {
    Map<String, String> variables = new TreeMap<>(ALWAYS);
    // The first deployment fetches the AWS provider of the version that the program was built with.
    variables.put(ACQUISITION, operator.getOrDefault(ACQUISITION, "false"));
    return variables;
  }
}
