package com.globalbooking.operations.cli;

import picocli.CommandLine.Parameters;

/** Which Region a command is about. */
final class RegionArgument {
  @Parameters(index = "0", paramLabel = "<env>", description = "for example prod, dev or local")
  String environment;

  @Parameters(index = "1", paramLabel = "<region>", description = "for example eu-west-1")
  String region;
}
