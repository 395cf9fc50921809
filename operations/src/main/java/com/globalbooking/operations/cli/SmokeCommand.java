package com.globalbooking.operations.cli;

import com.globalbooking.operations.RefusedException;
import com.globalbooking.operations.aws.CloudWatchAlarmStates;
import com.globalbooking.operations.smoke.SmokeTest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Books, and looks what came of it. */
@Command(
    name = "scripts/smoke",
    description = {
      "Books at the property 'smoke' in each Region, repeats it, reads it in the other "
          + "Regions, measures POST /book and asks for alarms. Knows nothing but the stacks' "
          + "outputs. Exit code 1 when anything is not as it must be.",
      "SMOKE_TOKEN, if set, is the bearer token, with the scopes booking:read, "
          + "booking:write and inventory:write; else scripts/token gets one."
    },
    mixinStandardHelpOptions = true)
final class SmokeCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final EnvironmentArgument where = new EnvironmentArgument();

  @Option(
      names = "--bookings",
      paramLabel = "<n>",
      defaultValue = "20",
      description = "how many to measure in each Region (default: ${DEFAULT-VALUE})")
  private int bookings;

  @Option(
      names = "--p95-max",
      paramLabel = "<ms>",
      description = "fail when P95 of POST /book is longer")
  private Optional<Integer> p95Max = Optional.empty();

  @Option(
      names = "--alarms-within",
      paramLabel = "<s>",
      defaultValue = "300",
      description =
          "how long alarms may go on: those about a Region that was just deployed end when it has"
              + " been heard of (default: ${DEFAULT-VALUE})")
  private int alarmsWithin;

  SmokeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var environment = session.environmentFile(where.environment).environment();
    var regions = session.outputs(environment, environment.select(where.regions));
    String token =
        Optional.ofNullable(session.operator().get("SMOKE_TOKEN"))
            .orElseGet(() -> session.token(environment));
    try (var http = session.http()) {
      new SmokeTest(
              http,
              new CloudWatchAlarmStates(session.aws(environment)),
              session.console(),
              session.clock(),
              () -> UUID.randomUUID().toString(),
              SmokeCommand::sleep)
          .run(
              regions,
              token,
              new SmokeTest.Settings(
                  bookings, p95Max.map(Duration::ofMillis), Duration.ofSeconds(alarmsWithin)));
    }
    return 0;
  }

  static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RefusedException("Interrupted.", interrupted);
    }
  }
}
