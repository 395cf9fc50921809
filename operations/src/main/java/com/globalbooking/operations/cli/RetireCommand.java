package com.globalbooking.operations.cli;

import com.globalbooking.operations.retiring.AwsDeletionProtection;
import com.globalbooking.operations.retiring.Retiring;
import com.globalbooking.operations.retiring.SqsQueues;
import com.globalbooking.operations.retiring.TableScan;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a Region out of service for good. */
@Command(
    name = "scripts/retire",
    description =
        "Takes a Region out of service for good: drains it, makes sure that it has "
            + "nothing left to sell and no guest to come, waits until its queues are empty, "
            + "then deletes its resources. Refused for the primary Region. Can be repeated; "
            + "nothing is deleted before the last step.",
    mixinStandardHelpOptions = true)
final class RetireCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RegionArgument where = new RegionArgument();

  @Option(
      names = "--wait-minutes",
      paramLabel = "<n>",
      defaultValue = "15",
      description = "how long queues may take to run empty (default: ${DEFAULT-VALUE})")
  private int waitMinutes;

  RetireCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var file = session.environmentFile(where.environment);
    var environment = file.environment();
    var aws = session.aws(environment);
    var outputs = session.outputs(environment, where.region);
    try (var route53 = aws.route53();
        var http = session.http();
        var dynamoDb = aws.dynamoDb(where.region);
        var sqs = aws.sqs(where.region);
        var rds = aws.rds(where.region)) {
      var traffic = session.traffic(environment, route53, http);
      var deploying = session.deploying(file, Optional.empty(), Optional.empty());
      new Retiring(
              environment,
              new Retiring.Parts(
                  traffic,
                  new TableScan(dynamoDb),
                  new SqsQueues(sqs),
                  new AwsDeletionProtection(dynamoDb, rds),
                  deploying,
                  SmokeCommand::sleep),
              session.console(),
              session.clock())
          .retire(
              outputs,
              session.outputs(environment, environment.othersThan(where.region)),
              Duration.ofMinutes(waitMinutes));
    }
    return 0;
  }
}
