package com.globalbooking.local.routing;

import com.globalbooking.local.RegionName;
import java.net.URI;
import java.util.function.Predicate;

/**
 * The way of a request from a name to an API: by the zone's record to the gateway of a Region, and
 * there by the name that the client asked for to the API that is mapped to it.
 */
public final class ApiGateways {
  private final NameServer names;
  private final CustomDomains domains;
  private final Predicate<RegionName> reachable;

  /**
   * @param reachable whether the gateway of a Region can be connected
   */
  public ApiGateways(NameServer names, CustomDomains domains, Predicate<RegionName> reachable) {
    this.names = names;
    this.domains = domains;
    this.reachable = reachable;
  }

  /** Where a request gets to. */
  public sealed interface Destination {
    /** To an API, at this address of this machine. */
    record Api(RegionName region, URI address) implements Destination {}

    /** To a Region that has no API for that name, and refuses. */
    record Forbidden(RegionName region) implements Destination {}

    /** Nowhere: the Region cannot be connected. */
    record Unreachable(RegionName region) implements Destination {}

    /** Nowhere: there is no record of the name, or what it leads to is no gateway. */
    record NoSuchName(String name) implements Destination {}
  }

  /**
   * Follows a name.
   *
   * @param target path and query, as a client sent them
   * @param guest the Region nearest to the client
   */
  public Destination follow(String name, String target, RegionName guest) {
    // IPv4, as checkers of Route 53 and this machine use it; AAAA records lead to the same.
    var region =
        names
            .answer(name, "A", guest)
            .map(DnsRecord::target)
            .filter(DnsRecord.Target.Alias.class::isInstance)
            .map(DnsRecord.Target.Alias.class::cast)
            .flatMap(alias -> domains.regionOf(alias.name()));
    if (region.isEmpty()) {
      return new Destination.NoSuchName(name);
    }
    RegionName gateway = region.get();
    if (!reachable.test(gateway)) {
      return new Destination.Unreachable(gateway);
    }
    return domains
        .address(gateway, name, target)
        .<Destination>map(address -> new Destination.Api(gateway, address))
        .orElseGet(() -> new Destination.Forbidden(gateway));
  }
}
