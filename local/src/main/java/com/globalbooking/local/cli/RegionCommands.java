package com.globalbooking.local.cli;

import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What can be asked of the Regions of {@code scripts/local up}. */
record RegionCommands(LocalRegions local) implements ControlServer.Commands {
  private static final Duration TOKEN_LIFE = Duration.ofHours(12);

  @Override
  public Object carryOut(String command, Map<String, String> parameters) {
    return switch (command) {
      case "status" -> StatusReport.of(local);
      case "outputs" -> local.outputs(region(parameters, "region"));
      case "token" ->
          Map.of(
              "token",
              local.token(
                  Parameters.required(parameters, "sub"),
                  Parameters.required(parameters, "scope"),
                  TOKEN_LIFE));
      case "fault" -> Map.of("message", fault(parameters));
      case "pms" -> PmsSummary.carryOut(local.pms(), parameters);
      case "logs" -> local.logFiles(Parameters.required(parameters, "function"));
      case "audit" ->
          OperationsReport.started(
              local.region(optionalRegion(parameters).orElse(local.regions().getFirst())));
      case "executions" -> OperationsReport.runs(local, optionalRegion(parameters));
      case "execution" ->
          OperationsReport.run(
              local, optionalRegion(parameters), Parameters.required(parameters, "name"));
      case "alarms" -> OperationsReport.alarms(local, optionalRegion(parameters));
      default -> throw new IllegalArgumentException("There is no command '" + command + "'.");
    };
  }

  private String fault(Map<String, String> parameters) {
    return new Faults(local)
        .carryOut(
            Parameters.required(parameters, "action"),
            region(parameters, "region"),
            Parameters.required(parameters, "to"),
            Parameters.required(parameters, "value"));
  }

  private RegionName region(Map<String, String> parameters, String name) {
    RegionName region = new RegionName(Parameters.required(parameters, name));
    if (!local.regions().contains(region)) {
      throw new IllegalArgumentException(
          "There is no Region %s here; there are %s.".formatted(region, local.regions()));
    }
    return region;
  }

  private Optional<RegionName> optionalRegion(Map<String, String> parameters) {
    return parameters.containsKey("region")
        ? Optional.of(region(parameters, "region"))
        : Optional.empty();
  }
}
