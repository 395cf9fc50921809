package com.globalbooking.local.routing;

import com.globalbooking.local.RegionName;
import java.net.URI;

/**
 * A Region as the global endpoint sees it.
 *
 * @param healthy whether requests are routed to it
 * @param markedDown whether it is unhealthy because somebody said so
 */
public record RegionHealth(RegionName region, URI endpoint, boolean healthy, boolean markedDown) {}
