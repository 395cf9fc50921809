package com.globalbooking.local.routing;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.metrics.AlarmState;
import com.globalbooking.local.routing.DnsRecord.Target;
import com.globalbooking.local.routing.HealthCheck.Kind;
import com.globalbooking.local.routing.HealthCheck.WithoutData;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the stacks of two Regions declare, with checks that tests ask for one by one. */
final class DeclaredRouting implements AutoCloseable {
  static final RegionName NEAR = new RegionName("eu-west-1");
  static final RegionName FAR = new RegionName("us-west-2");
  static final String NAME = "booking.test";
  static final String ZONE = "Z0TEST";

  final Set<RegionName> cutOff = ConcurrentHashMap.newKeySet();
  final Map<RegionName, AlarmState> signals = new ConcurrentHashMap<>();
  final AccountRouting routing;
  private final String name;

  DeclaredRouting() {
    this(NAME);
  }

  DeclaredRouting(String name) {
    this.name = name;
    routing =
        new AccountRouting(
            new AccountRouting.Surroundings(
                Map.of(ZONE, name),
                (guest, region) -> guest.equals(region) ? 0 : region.equals(NEAR) ? 1 : 2,
                (region, alarm) -> Optional.of(before -> signals.getOrDefault(region, before)),
                region -> !cutOff.contains(region),
                NEAR,
                1));
  }

  /** Declares a Region whose API is at an address. */
  void declare(RegionName region, URI api) {
    String own = region + "." + name;
    name(region, own, "d-own-" + region, api);
    name(region, name, "d-global-" + region, api);
    record(own, "", Optional.empty(), Optional.empty(), "d-own-" + region);
    HealthChecks checks = routing.checks();
    checks.create(
        "reachable-" + region,
        HealthCheck.of(new Kind.Endpoint("HTTPS", own, 443, "/health", Duration.ofSeconds(30), 3)));
    checks.create(
        "signal-" + region,
        HealthCheck.of(new Kind.Metric(region, "healthy", WithoutData.LAST_KNOWN_STATUS)));
    checks.create(region.value(), region(region, 2));
    record(
        name,
        region.value(),
        Optional.of(region),
        Optional.of(region.value()),
        "d-global-" + region);
  }

  void drain(RegionName region) {
    routing.checks().update(region.value(), _ -> region(region, 3));
  }

  void undrain(RegionName region) {
    routing.checks().update(region.value(), _ -> region(region, 2));
  }

  /** Has every endpoint asked three times. */
  void checkThreeTimes() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      routing.checks().observeAll();
    }
  }

  @Override
  public void close() {
    routing.close();
  }

  private static HealthCheck region(RegionName region, int threshold) {
    return HealthCheck.of(
        new Kind.Calculated(List.of("reachable-" + region, "signal-" + region), threshold));
  }

  private void name(RegionName region, String domain, String target, URI api) {
    routing.domains().create(new CustomDomains.Domain(region, domain, target));
    routing.domains().map(region, domain, "mapping", new CustomDomains.Mapping("", api));
  }

  private void record(
      String recordName,
      String set,
      Optional<RegionName> latency,
      Optional<String> check,
      String target) {
    routing
        .zones()
        .put(
            new DnsRecord(
                new DnsRecord.Key(ZONE, recordName, "A", set),
                latency,
                check,
                new Target.Alias(target, "Z1")),
            false);
  }
}
