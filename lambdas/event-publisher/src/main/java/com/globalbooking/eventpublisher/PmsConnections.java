package com.globalbooking.eventpublisher;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.globalbooking.contract.PmsIntegration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the PMS connections of this Region are integrated. */
record PmsConnections(Map<String, PmsIntegration> integrations) {

  PmsConnections {
    integrations = Map.copyOf(integrations);
  }

  /**
   * Reads {@code name=integration=url} each.
   *
   * @throws IllegalArgumentException when one is not of that form
   */
  static PmsConnections read(List<String> connections) {
    return new PmsConnections(
        connections.stream()
            .map(text -> text.split("=", 3))
            .collect(toUnmodifiableMap(parts -> parts[0], PmsConnections::integration)));
  }

  Optional<PmsIntegration> integration(String connection) {
    return Optional.ofNullable(integrations.get(connection));
  }

  private static PmsIntegration integration(String[] parts) {
    return Arrays.stream(PmsIntegration.values())
        .filter(integration -> parts.length == 3 && integration.id().equals(parts[1]))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not name=integration=url: " + parts[0]));
  }
}
