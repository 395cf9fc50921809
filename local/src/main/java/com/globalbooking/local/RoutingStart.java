package com.globalbooking.local;

import com.globalbooking.contract.StackOutput;
import com.globalbooking.local.aws.Outages;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.RunResult;
import com.globalbooking.local.network.LinkState;
import com.globalbooking.local.network.Network;
import com.globalbooking.local.resources.Operations;
import com.globalbooking.local.routing.AccountRouting;
import com.globalbooking.local.routing.GlobalEndpoint;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes what leads guests to local Regions: a hosted zone, and what stacks declare in it. */
final class RoutingStart {
  /**
   * The name that guests of local Regions know. Browsers and curl take all names below {@code
   * localhost} for this machine, so that with the port of the way in they work there.
   */
  static final String DOMAIN = "booking.localhost";

  static final String ZONE_ID = "Z0LOCALBOOKING";

  /** Service whose outage keeps guests and checkers out of a Region. */
  private static final String GATEWAY = "execute-api";

  /** Half a minute becomes three seconds. */
  private static final double HASTE = 10;

  private static final int FIRST_PORT = 8080;
  private static final int LAST_PORT = 8179;

  private RoutingStart() {}

  /**
   * @param operations of a Region, with its alarms
   */
  static AccountRouting routing(
      List<RegionName> regions,
      Network network,
      Outages outages,
      Function<RegionName, @Nullable Operations> operations) {
    return new AccountRouting(
        new AccountRouting.Surroundings(
            Map.of(ZONE_ID, DOMAIN),
            (guest, region) -> distance(regions, network, guest, region),
            (region, alarm) ->
                Optional.ofNullable(operations.apply(region))
                    .flatMap(it -> it.monitoring().alarms().copy(alarm)),
            region -> !outages.isDown(region, GATEWAY),
            regions.getFirst(),
            HASTE));
  }

  /** Opens the way in, at a port or, with 0, at the first free one. */
  static GlobalEndpoint endpoint(int globalPort, AccountRouting routing, RegionName first) {
    if (globalPort != 0) {
      return GlobalEndpoint.start(globalPort, routing, DOMAIN, first);
    }
    int port = FIRST_PORT;
    while (true) {
      try {
        return GlobalEndpoint.start(port, routing, DOMAIN, first);
      } catch (UncheckedIOException taken) {
        if (port == LAST_PORT) {
          throw taken;
        }
        port++;
      }
    }
  }

  /** Where the own name of a Region leads to on this machine. */
  static URI apiEndpoint(AccountRouting routing, RegionName region, RunResult deployed) {
    URI declared = URI.create(new Inputs(deployed.outputs()).string(StackOutput.API_ENDPOINT));
    return routing.addressIn(region, declared.getHost()).orElse(declared);
  }

  /**
   * As far as the link to the Region next to the guest is slow; with equal links the first Region
   * is nearer. A link that is cut says nothing about the guest's own way.
   */
  private static long distance(
      List<RegionName> regions, Network network, RegionName guest, RegionName region) {
    if (guest.equals(region)) {
      return 0;
    }
    Duration delay =
        network.between(guest, region) instanceof LinkState.Open(Duration oneWay)
            ? oneWay
            : Duration.ZERO;
    return Duration.ofMillis(1).plus(delay).toNanos() + regions.indexOf(region);
  }
}
