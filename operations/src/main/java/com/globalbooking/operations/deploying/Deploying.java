package com.globalbooking.operations.deploying;

import com.globalbooking.operations.Console;
import com.globalbooking.operations.RefusedException;
import com.globalbooking.operations.environments.Environment;
import com.globalbooking.operations.environments.EnvironmentFile;
import com.globalbooking.operations.environments.StackFile;
import com.globalbooking.operations.environments.StackId;
import com.globalbooking.operations.environments.Workspace;
import com.globalbooking.operations.pulumi.Operation;
import com.globalbooking.operations.pulumi.Pulumi;
import com.globalbooking.operations.pulumi.Report;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Preview, up and destroy over the Regions of one environment. */
public final class Deploying {
  private final Workspace workspace;
  private final EnvironmentFile file;
  private final Environment environment;
  private final Pulumi pulumi;
  private final Console console;
  private final Clock clock;
  private final Map<String, String> additional;

  /**
   * @param commit state of the sources, if it is known
   */
  public Deploying(
      Workspace workspace,
      EnvironmentFile file,
      Pulumi pulumi,
      Console console,
      Clock clock,
      Optional<String> commit) {
    this.workspace = workspace;
    this.file = file;
    this.environment = file.environment();
    this.pulumi = pulumi;
    this.console = console;
    this.clock = clock;
    this.additional = new TreeMap<>();
    commit.ifPresent(it -> additional.put("commit", it));
  }

  /**
   * Says what {@link #up} would change.
   *
   * @param asked Regions; none for all
   * @param expectNone whether any change is a failure
   * @throws RefusedException when it cannot be said, or something would change against expectation
   */
  public void preview(List<String> asked, boolean expectNone) {
    List<String> regions = environment.select(asked);
    var stacks = stacks();
    refuseToShrink(stacks);
    for (String region : regions) {
      if (mustWaitForPrimary(stacks, region)) {
        if (!asked.isEmpty()) {
          throw refusedBeforePrimary(region);
        }
        console.line(
            "%s: no preview before %s has been deployed, whose tables it replicates"
                .formatted(environment.stack(region), environment.primary()));
        continue;
      }
      Report report = run(Operation.PREVIEW, environment.stack(region), stacks);
      if (expectNone && report.touched() > 0) {
        throw new RefusedException(
            "%s: no change was expected, but %s"
                .formatted(environment.stack(region), Progress.summary(Operation.PREVIEW, report)));
      }
    }
  }

  /**
   * Deploys: the primary Region first.
   *
   * @param asked Regions; none for all
   * @throws RefusedException with what went wrong; Regions before the one that failed are deployed
   */
  public void up(List<String> asked) {
    List<String> regions = environment.select(asked);
    var stacks = stacks();
    refuseToShrink(stacks);
    for (String region : regions) {
      if (!regions.contains(environment.primary()) && mustWaitForPrimary(stacks, region)) {
        throw refusedBeforePrimary(region);
      }
    }
    for (String region : regions) {
      run(Operation.UP, environment.stack(region), stacks);
    }
  }

  /**
   * Deletes everything: the primary Region last.
   *
   * @param asked Regions; none for all
   * @throws RefusedException in production, and while replicas of the primary Region remain
   */
  public void destroy(List<String> asked) {
    if (environment.isProduction()) {
      throw new RefusedException(
          "%s is production, and is not destroyed by one command. A Region that is no longer needed:"
                  .formatted(environment.name())
              + " scripts/retire %s <region>. All of it: docs/deploy.md."
                  .formatted(environment.name()));
    }
    List<String> regions = environment.selectReversed(asked);
    var stacks = stacks();
    refuseToLeaveReplicas(regions, stacks);
    for (String region : regions) {
      StackId stack = environment.stack(region);
      if (stacks.knows(stack)) {
        run(Operation.DESTROY, stack, stacks);
      } else {
        console.line("%s: there is no such stack".formatted(stack));
      }
    }
  }

  /**
   * Deletes a Region that has been retired, whatever environment it is of.
   *
   * @throws RefusedException when something could not be deleted
   */
  public void destroyRetired(StackId stack) {
    pulumi.unprotect(stack);
    run(Operation.DESTROY, stack, stacks());
  }

  private KnownStacks stacks() {
    return new KnownStacks(pulumi.stacks());
  }

  private Report run(Operation operation, StackId stack, KnownStacks stacks) {
    boolean primary = stack.equals(environment.primaryStack());
    console.line(
        "%s%s: %s".formatted(stack, primary ? " (primary)" : "", Progress.beginning(operation)));
    if (!stacks.knows(stack)) {
      // First the copy: Pulumi then adds the new stack's secrets provider to it.
      StackFile.write(workspace, stack, file, additional);
      pulumi.create(stack);
      console.line("  made the stack");
    }
    Path copy = StackFile.write(workspace, stack, file, additional);
    var progress = new Progress(operation, console, clock);
    Report report = pulumi.run(operation, stack, copy, progress);
    if (!report.succeeded()) {
      throw new RefusedException(
          "%s: %s failed\n  %s"
              .formatted(
                  stack,
                  operation.command(),
                  String.join("\n", report.errors()).replace("\n", "\n  ")));
    }
    console.line("  " + Progress.summary(operation, report));
    return report;
  }

  private boolean mustWaitForPrimary(KnownStacks stacks, String region) {
    return !region.equals(environment.primary())
        && !stacks.hasResources(environment.primaryStack());
  }

  private RefusedException refusedBeforePrimary(String region) {
    return new RefusedException(
        "%s replicates the tables of %s, which has not been deployed: first scripts/up %s %s"
            .formatted(region, environment.primary(), environment.name(), environment.primary()));
  }

  private void refuseToShrink(KnownStacks stacks) {
    for (String region : stacks.regionsWithResources(environment)) {
      if (!environment.regions().contains(region)) {
        throw new RefusedException(
            "The regions of %s no longer name %s, whose stack still has %d resources: its tables would"
                    .formatted(
                        environment.name(), region, stacks.resources(environment.stack(region)))
                + " drop out of replication. Put it back, or retire it first: scripts/retire %s %s"
                    .formatted(environment.name(), region));
      }
    }
  }

  private void refuseToLeaveReplicas(List<String> regions, KnownStacks stacks) {
    if (!regions.contains(environment.primary())) {
      return;
    }
    List<String> left =
        stacks.regionsWithResources(environment).stream()
            .filter(region -> !regions.contains(region))
            .toList();
    if (!left.isEmpty()) {
      throw new RefusedException(
          "%s holds the tables that %s replicates, and is destroyed last: scripts/destroy %s %s first."
              .formatted(
                  environment.primary(),
                  String.join(" and ", left),
                  environment.name(),
                  String.join(" ", left)));
    }
  }
}
