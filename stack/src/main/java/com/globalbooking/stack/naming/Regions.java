package com.globalbooking.stack.naming;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Regions of a deployment.
 *
 * @param primary the one whose stack creates the global tables
 * @param all every Region, once, the primary Region first
 * @param home the Region that owns an allotment when the hotel names none
 */
public record Regions(Region primary, List<Region> all, Region home) {

  /**
   * Takes the Regions in any order and puts the primary one first.
   *
   * @throws IllegalArgumentException when a Region stands twice, or the primary or home Region is
   *     not among them
   */
  public Regions {
    Set<Region> distinct = new LinkedHashSet<>(all);
    if (distinct.size() != all.size()) {
      throw new IllegalArgumentException("a Region stands twice in " + all);
    }
    requireMember(distinct, primary, "primary");
    requireMember(distinct, home, "home");
    all = Stream.concat(Stream.of(primary), others(distinct, primary)).toList();
  }

  /** The Region after this one, the first after the last; empty where there is no other. */
  public Optional<Region> after(Region region) {
    Region next = all.get((all.indexOf(region) + 1) % all.size());
    return next.equals(region) ? Optional.empty() : Optional.of(next);
  }

  /** Every Region but this one. */
  public List<Region> otherThan(Region region) {
    return others(all, region).toList();
  }

  private static Stream<Region> others(Collection<Region> regions, Region region) {
    return regions.stream().filter(each -> !each.equals(region));
  }

  private static void requireMember(Set<Region> regions, Region region, String role) {
    if (!regions.contains(region)) {
      throw new IllegalArgumentException(
          "the %s Region %s is not among %s".formatted(role, region, regions));
    }
  }
}
