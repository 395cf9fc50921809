package com.globalbooking.local.routing;

import com.globalbooking.local.RegionName;

/** How far Regions are from guests: what Route 53 knows from measurements of its own. */
@FunctionalInterface
public interface Distances {
  /**
   * Compares as the latency from guests near one Region to another Region does.
   *
   * @param guest the Region nearest to the guest
   */
  long between(RegionName guest, RegionName region);
}
