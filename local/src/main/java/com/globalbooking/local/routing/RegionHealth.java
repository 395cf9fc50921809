package com.globalbooking.local.routing;

import com.globalbooking.local.RegionName;
import java.util.List;
import java.util.Optional;

/**
 * A Region as the global name leads to it.
 *
 * @param healthCheckId the check that decides; empty when none does
 * @param healthy whether guests are led there while another Region is healthy too
 * @param drained whether people have taken it out
 * @param parts the checks that the deciding one is calculated from
 */
public record RegionHealth(
    RegionName region,
    Optional<String> healthCheckId,
    boolean healthy,
    boolean drained,
    List<Part> parts) {
  public RegionHealth {
    parts = List.copyOf(parts);
  }

  /**
   * One of several checks.
   *
   * @param type Route 53's name of its kind
   */
  public record Part(String id, String type, boolean healthy) {}
}
