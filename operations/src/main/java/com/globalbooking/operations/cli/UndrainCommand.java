package com.globalbooking.operations.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Leads guests back to a Region. */
@Command(
    name = "scripts/undrain",
    description = "Lets guests be led to a Region again that scripts/drain took them away from.",
    mixinStandardHelpOptions = true)
final class UndrainCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RegionArgument where = new RegionArgument();

  UndrainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var environment = session.environmentFile(where.environment).environment();
    String region = environment.select(List.of(where.region)).getFirst();
    try (var route53 = session.aws(environment).route53();
        var http = session.http()) {
      session.traffic(environment, route53, http).undrain(session.outputs(environment, region));
    }
    return 0;
  }
}
