package com.globalbooking.operations.cli;

import com.globalbooking.contract.StackOutput;
import com.globalbooking.operations.releases.LambdaAliases;
import com.globalbooking.operations.releases.ParameterPins;
import com.globalbooking.operations.releases.Rollback;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes functions back to the version that served before. */
@Command(
    name = "scripts/rollback",
    description =
        "Lets the version before serve again, in one Region, and holds the functions "
            + "there: no deployment moves them on until they are released.",
    mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RegionArgument where = new RegionArgument();

  @Parameters(
      index = "2..*",
      paramLabel = "<function>",
      description = "for example booking-handler (default: those that the last deployment changed)")
  private List<String> functions = new ArrayList<>();

  @Option(
      names = "--release",
      description = "instead: hold them no longer; the next scripts/up moves them on")
  private boolean release;

  RollbackCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var environment = session.environmentFile(where.environment).environment();
    String region = environment.select(List.of(where.region)).getFirst();
    var outputs = session.outputs(environment, region);
    try (var lambda = session.aws(environment).lambda(region);
        var ssm = session.aws(environment).ssm(region)) {
      var rollback =
          new Rollback(
              outputs.texts(StackOutput.FUNCTION_ARNS),
              new LambdaAliases(lambda),
              new ParameterPins(ssm, environment.name()),
              session.console());
      if (release) {
        rollback.release(functions);
      } else {
        rollback.goBack(functions);
      }
    }
    return 0;
  }
}
