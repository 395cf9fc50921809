package com.globalbooking.local.routing;

import com.globalbooking.local.RegionName;
import java.net.URI;

/** What the global endpoint knows of one Region. Thread-safe. */
final class RegionMonitor {
  private final RegionName region;
  private final URI endpoint;
  private final HealthCheck check;
  private boolean passing = true;
  private int against;
  private boolean markedDown;

  /** A Region is taken for healthy until its checks fail. */
  RegionMonitor(RegionName region, URI endpoint, HealthCheck check) {
    this.region = region;
    this.endpoint = endpoint;
    this.check = check;
  }

  RegionName name() {
    return region;
  }

  /**
   * Where a request goes in this Region.
   *
   * @param target path and query, as a client sent them
   */
  URI address(String target) {
    return URI.create(endpoint.toString().replaceFirst("/$", "") + target);
  }

  /** Takes the outcome of a check; enough of them in a row against the present state change it. */
  synchronized void observe(boolean good) {
    if (good == passing) {
      against = 0;
      return;
    }
    against++;
    if (against >= (good ? check.successThreshold() : check.failureThreshold())) {
      passing = good;
      against = 0;
    }
  }

  synchronized void mark(boolean down) {
    markedDown = down;
  }

  synchronized RegionHealth health() {
    return new RegionHealth(region, endpoint, passing && !markedDown, markedDown);
  }
}
