package com.globalbooking.local.cli;

import com.globalbooking.contract.Function;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the Regions, loads the demo hotels, and stays until told to stop. */
@Command(
    name = "up",
    description = "Starts local Regions, loads demo hotels, prints what to try.",
    footer = "Ctrl-C or scripts/local down stops them.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

  @Spec private CommandSpec spec;

  @Mixin private final RegionOptions options = new RegionOptions();

  @Option(
      names = "--native",
      arity = "0..1",
      split = ",",
      paramLabel = "<function>",
      fallbackValue = "booking-handler",
      description =
          "run these functions as native executables, comma-separated (${FALLBACK-VALUE} when none is named)")
  private List<String> nativeFunctions = List.of();

  @Option(names = "--detach", description = "return when the Regions are ready")
  private boolean detach;

  @Override
  public Integer call() throws Exception {
    List<RegionName> names = options.names();
    Workspace workspace = Workspace.ofThisCheckout();
    workspace.requireNothingRunning();
    workspace.forget();
    return detach ? startDetached(workspace) : run(workspace, names);
  }

  private Set<Function> nativeFunctions() {
    return nativeFunctions.stream().map(this::function).collect(Collectors.toSet());
  }

  private Function function(String id) {
    return Arrays.stream(Function.values())
        .filter(function -> function.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--native: there is no function '%s'; there are %s"
                        .formatted(
                            id,
                            Arrays.stream(Function.values())
                                .map(Function::id)
                                .collect(Collectors.joining(", ")))));
  }

  private int run(Workspace workspace, List<RegionName> names) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter progress = spec.commandLine().getErr();
    try (var untilStopped = new UntilStopped()) {
      try (LocalRegions local = LocalRegions.start(options.of(workspace, nativeFunctions()));
          ControlServer control =
              ControlServer.start(new RegionCommands(local), untilStopped::stop)) {
        progress.println("Loading demo hotels for the next " + DemoInventory.NIGHTS + " nights");
        progress.flush();
        new DemoInventory(
                local.globalEndpoint(),
                local.token("demo-operator", "inventory:write", TOKEN_LIFE),
                Clock.systemUTC())
            .load(names);
        DemoInventory.PMS.forEach(local::connect);
        workspace.announce(control.running());
        Greeting.print(local, names, Clock.systemUTC(), out);
        out.flush();
        untilStopped.await();
        progress.println("Stopping the local Regions");
        progress.flush();
      } finally {
        workspace.forget();
      }
    }
    return 0;
  }

  /** Starts this same command without {@code --detach} and shows its output until it is ready. */
  private int startDetached(Workspace workspace) throws IOException, InterruptedException {
    Files.createDirectories(workspace.directory());
    Path log = workspace.upLog();
    List<String> command = new ArrayList<>();
    command.add("nohup"); // the Regions outlive the terminal that started them
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), LocalCommand.class.getName(), "up"));
    command.addAll(options.words());
    if (!nativeFunctions.isEmpty()) {
      command.add("--native=" + String.join(",", nativeFunctions));
    }
    Process daemon =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    PrintWriter out = spec.commandLine().getOut();
    FileTail tail = new FileTail(log);
    while (daemon.isAlive() && workspace.running().isEmpty()) {
      tail.newLines().forEach(out::println);
      out.flush();
      Thread.sleep(FileTail.POLL_MILLIS);
    }
    tail.newLines().forEach(out::println);
    out.flush();
    if (!daemon.isAlive()) {
      throw new CommandFailedException("The Regions did not start; the whole output is in " + log);
    }
    return 0;
  }
}
