package com.globalbooking.local.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the Regions and leaves no process of theirs behind. */
@Command(
    name = "down",
    description = "Stops the local Regions; leaves no process behind.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Workspace workspace = Workspace.ofThisCheckout();
    Optional<RunningRegions> running = workspace.running();
    if (running.isPresent() && running.get().alive()) {
      ControlClient.connect(workspace).ask("down", Map.of());
      awaitEnd(ProcessHandle.of(running.get().pid()));
    }
    int orphans = endOrphans(workspace);
    workspace.forget();
    String told = running.isPresent() ? "The local Regions are down." : "Nothing was running.";
    spec.commandLine()
        .getOut()
        .println(orphans == 0 ? told : told + " Ended " + orphans + " processes left behind.");
    return 0;
  }

  private static void awaitEnd(Optional<ProcessHandle> process) throws InterruptedException {
    if (process.isEmpty()) {
      return;
    }
    try {
      process.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException slow) {
      process.get().destroyForcibly();
    } catch (ExecutionException failure) {
      throw new IllegalStateException("Waiting for a process to end cannot fail", failure);
    }
  }

  /**
   * Function instances that outlived a JVM which was killed before it could stop them; engines end
   * with it by themselves.
   */
  private static int endOrphans(Workspace workspace) {
    String functions = workspace.directory().toString() + "/";
    List<ProcessHandle> orphans =
        ProcessHandle.allProcesses()
            .filter(process -> process.pid() != ProcessHandle.current().pid())
            .filter(
                process ->
                    process
                        .info()
                        .commandLine()
                        .filter(line -> line.contains(functions))
                        .isPresent())
            .filter(process -> process.parent().map(ProcessHandle::pid).orElse(1L) == 1L)
            .toList();
    orphans.forEach(ProcessHandle::destroyForcibly);
    return orphans.size();
  }
}
