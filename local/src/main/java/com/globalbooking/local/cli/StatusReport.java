package com.globalbooking.local.cli;

import com.globalbooking.local.LocalRegion;
import com.globalbooking.local.LocalRegions;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.Outages;
import com.globalbooking.local.engine.RecordedResource;
import com.globalbooking.local.functions.FunctionStatus;
import com.globalbooking.local.messaging.SubscriptionStatus;
import com.globalbooking.local.network.LinkState;
import com.globalbooking.local.replication.LinkLag;
import com.globalbooking.local.routing.RegionHealth;
import com.globalbooking.local.sources.MappingStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@code scripts/local status} tells, as it goes over the control channel. */
record StatusReport(
    String globalEndpoint, List<Region> regions, List<Link> links, List<Replication> replication) {

  record Region(
      String region,
      String role,
      String apiEndpoint,
      boolean healthy,
      boolean drained,
      List<RegionHealth.Part> checks,
      List<FunctionStatus> functions,
      List<MappingStatus> mappings,
      List<SubscriptionStatus> subscriptions,
      List<String> unavailable,
      List<RecordedResource> unknownResources) {}

  record Link(String a, String b, String state) {}

  record Replication(String table, String from, String to, int pending, long oldestMillis) {}

  static StatusReport of(LocalRegions local) {
    Map<RegionName, RegionHealth> health =
        local.global().health().stream()
            .collect(Collectors.toMap(RegionHealth::region, Function.identity()));
    return new StatusReport(
        local.globalEndpoint().toString(),
        local.regions().stream()
            .map(name -> region(local, local.region(name), Optional.ofNullable(health.get(name))))
            .toList(),
        links(local),
        local.lag().entrySet().stream()
            .flatMap(
                table -> table.getValue().stream().map(lag -> replication(table.getKey(), lag)))
            .toList());
  }

  /** In words, as people read it. */
  static String describe(LinkState state) {
    return switch (state) {
      case LinkState.Cut() -> "cut";
      case LinkState.Open(var delay) when delay.isZero() -> "open";
      case LinkState.Open(var delay) -> "open, " + delay.toMillis() + " ms one way";
    };
  }

  private static Region region(
      LocalRegions local, LocalRegion region, Optional<RegionHealth> health) {
    return new Region(
        region.name().value(),
        region.role(),
        region.apiEndpoint().toString(),
        health.map(RegionHealth::healthy).orElse(false),
        health.map(RegionHealth::drained).orElse(false),
        health.map(RegionHealth::parts).orElse(List.of()),
        region.functionStatus(),
        region.mappingStatus(),
        region.messaging().topics().status(),
        Outages.SERVICES.stream()
            .filter(service -> local.outages().isDown(region.name(), service))
            .sorted()
            .toList(),
        region.unknownResources());
  }

  private static List<Link> links(LocalRegions local) {
    List<Link> links = new ArrayList<>();
    List<RegionName> regions = local.regions();
    for (int i = 0; i < regions.size(); i++) {
      for (RegionName other : regions.subList(i + 1, regions.size())) {
        LinkState state = local.network().between(regions.get(i), other);
        links.add(new Link(regions.get(i).value(), other.value(), describe(state)));
      }
    }
    return links;
  }

  private static Replication replication(String table, LinkLag lag) {
    return new Replication(
        table,
        lag.from().value(),
        lag.to().value(),
        lag.pendingItems(),
        lag.oldestAge().toMillis());
  }
}
