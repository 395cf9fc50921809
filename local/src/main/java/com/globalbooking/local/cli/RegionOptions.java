package com.globalbooking.local.cli;

import com.globalbooking.contract.Function;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of commands that start Regions. */
final class RegionOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

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

  /** Each Region once, the primary one first. */
  List<RegionName> names() {
    try {
      List<RegionName> names = regions.stream().map(String::trim).map(RegionName::new).toList();
      if (new HashSet<>(names).size() != names.size()) {
        throw new IllegalArgumentException("a Region is named twice");
      }
      return names;
    } catch (IllegalArgumentException nonsense) {
      throw new ParameterException(
          command.commandLine(), "--regions: " + nonsense.getMessage(), nonsense);
    }
  }

  /** What to start, with its progress on standard error. */
  LocalRegions.Options of(Workspace workspace, Set<Function> nativeFunctions) {
    PrintWriter progress = command.commandLine().getErr();
    return new LocalRegions.Options(
        workspace.root(),
        workspace.directory(),
        names(),
        port,
        nativeFunctions,
        line -> {
          progress.println(line);
          progress.flush();
        });
  }

  /** The same options, as words of a command line. */
  List<String> words() {
    return List.of("--regions", String.join(",", regions), "--port", "" + port);
  }
}
