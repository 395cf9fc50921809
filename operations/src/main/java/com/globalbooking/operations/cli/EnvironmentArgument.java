package com.globalbooking.operations.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Which Regions a command is about. */
final class EnvironmentArgument {
  @Parameters(index = "0", paramLabel = "<env>", description = "for example prod, dev or local")
  String environment;

  @Parameters(
      index = "1..*",
      paramLabel = "<region>",
      description = "for example eu-west-1 (default: every Region of the environment)")
  List<String> regions = new ArrayList<>();
}
