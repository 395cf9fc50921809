package com.globalbooking.local.aws;

import com.globalbooking.local.RegionName;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which services of which Regions are made unavailable, as a whole. Whoever speaks for a service
 * (the endpoint, event source mappings, a topic that delivers to queues) asks here before each
 * request. What replication carries between Regions goes on: it is no client of the service.
 * Thread-safe.
 */
public final class Outages {
  /** The services that can be made unavailable, by their signing names. */
  public static final Set<String> SERVICES =
      Set.of("dynamodb", "events", "execute-api", "lambda", "secretsmanager", "sns", "sqs");

  private record Down(RegionName region, String service) {}

  private final Set<Down> down = ConcurrentHashMap.newKeySet();

  /**
   * Makes a service of a Region unavailable until {@link #end}.
   *
   * @throws IllegalArgumentException when local Regions have no such service
   */
  public void begin(RegionName region, String service) {
    if (!SERVICES.contains(service)) {
      throw new IllegalArgumentException(
          "There is no service '%s' to take down; there are %s."
              .formatted(service, SERVICES.stream().sorted().toList()));
    }
    down.add(new Down(region, service));
  }

  /** Makes a service of a Region available again. */
  public void end(RegionName region, String service) {
    down.remove(new Down(region, service));
  }

  /** Whether a service of a Region is unavailable now. */
  public boolean isDown(RegionName region, String service) {
    return down.contains(new Down(region, service));
  }
}
