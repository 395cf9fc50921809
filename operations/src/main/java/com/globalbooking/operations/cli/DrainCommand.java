package com.globalbooking.operations.cli;

import com.globalbooking.operations.aws.CloudWatchAlarmStates;
import com.globalbooking.operations.traffic.HttpRegionProbe;
import com.globalbooking.operations.traffic.Route53HealthChecks;
import com.globalbooking.operations.traffic.Traffic;
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
      new Traffic(
              new Route53HealthChecks(route53),
              new HttpRegionProbe(http, new CloudWatchAlarmStates(session.aws(environment))),
              session.console())
          .drain(
              session.outputs(environment, region),
              session.outputs(environment, environment.othersThan(region)));
    }
    return 0;
  }
}
