package com.globalbooking.local.cli;

import com.globalbooking.local.ServedRegions;
import java.time.Duration;
import java.util.Map;

/** What can be asked of the Regions of {@code scripts/local serve}; the rest a Pulumi CLI knows. */
record ServedCommands(ServedRegions served) implements ControlServer.Commands {
  private static final Duration TOKEN_LIFE = Duration.ofHours(12);

  @Override
  public Object carryOut(String command, Map<String, String> parameters) {
    if (command.equals("token")) {
      return Map.of(
          "token",
          served.token(
              Parameters.required(parameters, "sub"),
              Parameters.required(parameters, "scope"),
              TOKEN_LIFE));
    }
    throw new IllegalArgumentException(
        "Regions of scripts/local serve answer token and down, not '%s': ask scripts/outputs local, or start them with scripts/local up."
            .formatted(command));
  }
}
