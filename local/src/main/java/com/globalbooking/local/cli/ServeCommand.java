package com.globalbooking.local.cli;

import com.globalbooking.local.ServedRegions;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the Regions without any resource and stays, for a Pulumi CLI to deploy to. */
@Command(
    name = "serve",
    description =
        "Starts local Regions without any resource, for scripts/up local and the other operators' commands.",
    footer = "Ctrl-C or scripts/local down stops them, and what was deployed is gone.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private final RegionOptions options = new RegionOptions();

  @Override
  public Integer call() throws Exception {
    var _ = options.names(); // nonsense is told before anything else
    Workspace workspace = Workspace.ofThisCheckout();
    workspace.requireNothingRunning();
    workspace.forget();
    PrintWriter progress = spec.commandLine().getErr();
    try (var untilStopped = new UntilStopped()) {
      try (ServedRegions served = ServedRegions.start(options.of(workspace, Set.of()));
          ControlServer control =
              ControlServer.start(new ServedCommands(served), untilStopped::stop)) {
        workspace.announce(control.running());
        greet(served);
        untilStopped.await();
        progress.println("Stopping the local Regions");
        progress.flush();
      } finally {
        workspace.forget();
      }
    }
    return 0;
  }

  private void greet(ServedRegions served) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Ready: nothing is deployed yet.");
    served
        .ports()
        .forEach(
            (region, port) ->
                out.println("  %-12s PULUMI_DEBUG_PROVIDERS=aws:%d".formatted(region, port)));
    out.println("  guests       " + served.globalEndpoint());
    out.println(
        "Try: scripts/up local, scripts/smoke local, scripts/preview local, scripts/destroy local");
    out.flush();
  }
}
