package com.globalbooking.operations.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Leads guests away from a Region. */
@Command(
    name = "scripts/drain",
    description = {
      "Leads guests away from a Region; no deployment leads them back, only " + "scripts/undrain.",
      "Refused when no other Region could take them."
    },
    mixinStandardHelpOptions = true)
final class DrainCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RegionArgument where = new RegionArgument();

  DrainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var environment = session.environmentFile(where.environment).environment();
    String region = environment.select(List.of(where.region)).getFirst();
    try (var route53 = session.aws(environment).route53();
        var http = session.http()) {
      session
          .traffic(environment, route53, http)
          .drain(
              session.outputs(environment, region),
              session.outputs(environment, environment.othersThan(region)));
    }
    return 0;
  }
}
