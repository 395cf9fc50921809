package com.globalbooking.local.cli;

import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.ServedRegions;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--regions",
      split = ",",
      paramLabel = "<region>",
      defaultValue = "us-west-2,eu-west-1",
      description = "comma-separated, the primary Region first (default: ${DEFAULT-VALUE})")
  private List<String> regions;

  @Option(
      names = "--port",
      defaultValue = "0",
      description = "port of the global endpoint (default: the first free one from 8080)")
  private int port;

  @Override
  public Integer call() throws Exception {
    List<RegionName> names = RegionNames.parse(spec, regions);
    Workspace workspace = Workspace.ofThisCheckout();
    workspace.requireNothingRunning();
    workspace.forget();
    PrintWriter progress = spec.commandLine().getErr();
    try (var untilStopped = new UntilStopped()) {
      try (ServedRegions served =
              ServedRegions.start(
                  new LocalRegions.Options(
                      workspace.root(),
                      workspace.directory(),
                      names,
                      port,
                      Set.of(),
                      line -> {
                        progress.println(line);
                        progress.flush();
                      }));
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
