package com.globalbooking.operations.environments;

import com.globalbooking.operations.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An environment as its configuration describes it.
 *
 * @param name for example {@code prod}
 * @param primary the Region that is deployed first and destroyed last
 * @param regions every Region, the primary one first
 */
public record Environment(String name, String primary, List<String> regions) {
  private static final String PRODUCTION = "prod";
  private static final String LOCAL = "local";

  /**
   * @throws RefusedException when the primary Region is not among the others
   */
  public Environment {
    if (!regions.contains(primary)) {
      throw new RefusedException(
          "The primaryRegion of %s, %s, is not one of its regions: %s"
              .formatted(name, primary, String.join(", ", regions)));
    }
    Set<String> ordered = new LinkedHashSet<>(List.of(primary));
    ordered.addAll(regions);
    regions = List.copyOf(ordered);
  }

  /** Whether the data is that of real guests. */
  public boolean isProduction() {
    return name.equals(PRODUCTION);
  }

  /** Whether its Regions are those of {@code scripts/local serve}, on this machine. */
  public boolean isLocal() {
    return name.equals(LOCAL);
  }

  /** The stack of one of its Regions. */
  public StackId stack(String region) {
    return new StackId(name, region);
  }

  /** The stack that is deployed first. */
  public StackId primaryStack() {
    return stack(primary);
  }

  /** The Regions but this one. */
  public List<String> othersThan(String region) {
    return regions.stream().filter(other -> !other.equals(region)).toList();
  }

  /**
   * The Regions that a command is about, in the order of deployment.
   *
   * @param asked by the operator; none for all
   * @throws RefusedException when one of them is not a Region of this environment
   */
  public List<String> select(List<String> asked) {
    List<String> unknown = new ArrayList<>(asked);
    unknown.removeAll(regions);
    if (!unknown.isEmpty()) {
      throw new RefusedException(
          "%s is not a Region of %s, which has %s."
              .formatted(String.join(", ", unknown), name, String.join(", ", regions)));
    }
    return asked.isEmpty() ? regions : regions.stream().filter(asked::contains).toList();
  }

  /** The Regions that a command is about, in the order in which they may be destroyed. */
  public List<String> selectReversed(List<String> asked) {
    return select(asked).reversed();
  }

  /** The Region of a stack of this environment; nothing for other stacks. */
  public Stream<String> regionOf(String stackName) {
    String prefix = name + "-";
    return stackName.startsWith(prefix)
        ? Stream.of(stackName.substring(prefix.length()))
        : Stream.empty();
  }
}
