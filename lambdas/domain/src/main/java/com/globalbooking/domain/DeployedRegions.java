package com.globalbooking.domain;

import java.util.List;

/**
 * The Regions that sell together.
 *
 * @param own the Region that this code runs in; one of {@code all}
 * @param all in the order in which they are asked
 */
public record DeployedRegions(Region own, List<Region> all) {
  public DeployedRegions {
    all = List.copyOf(all);
    if (!all.contains(own)) {
      throw new IllegalArgumentException(own + " is not one of the Regions " + all);
    }
  }

  /** All but this one. */
  public List<Region> others() {
    return all.stream().filter(region -> !region.equals(own)).toList();
  }
}
