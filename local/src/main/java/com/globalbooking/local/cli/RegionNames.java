package com.globalbooking.local.cli;

import com.globalbooking.local.RegionName;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The value of {@code --regions}. */
final class RegionNames {
  private RegionNames() {}

  /** Each Region once, the primary one first. */
  static List<RegionName> parse(CommandSpec spec, List<String> regions) {
    try {
      List<RegionName> names = regions.stream().map(String::trim).map(RegionName::new).toList();
      if (new HashSet<>(names).size() != names.size()) {
        throw new IllegalArgumentException("a Region is named twice");
      }
      return names;
    } catch (IllegalArgumentException nonsense) {
      throw new ParameterException(
          spec.commandLine(), "--regions: " + nonsense.getMessage(), nonsense);
    }
  }
}
