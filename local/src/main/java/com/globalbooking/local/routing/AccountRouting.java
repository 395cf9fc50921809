package com.globalbooking.local.routing;

import com.globalbooking.local.RegionName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What leads guests to an API, for all Regions of the account: Route 53, the custom domain names of
 * API Gateway and the certificates of ACM. It is empty until a program declares something.
 */
public final class AccountRouting implements AutoCloseable {

  /**
   * What it works with.
   *
   * @param zones hosted zones, which no program makes: id to domain name
   * @param distances how far Regions are from guests
   * @param alarms where health checks find alarms
   * @param reachable whether the gateway of a Region can be connected
   * @param checker the Region that health checks ask from
   * @param haste by how much shorter the intervals of health checks are than configured
   */
  public record Surroundings(
      Map<String, String> zones,
      Distances distances,
      AlarmSource alarms,
      Predicate<RegionName> reachable,
      RegionName checker,
      double haste) {
    public Surroundings {
      zones = Map.copyOf(zones);
    }
  }

  private final HostedZones zones;
  private final IssuedCertificates certificates;
  private final CustomDomains domains = new CustomDomains();
  private final NameServer names;
  private final ApiGateways gateways;
  private final LocalProbe probe;
  private final HealthChecks checks;

  public AccountRouting(Surroundings with) {
    zones = new HostedZones(with.zones());
    certificates = new IssuedCertificates(zones);
    names = new NameServer(zones, id -> checks().isHealthy(id), with.distances());
    gateways = new ApiGateways(names, domains, with.reachable());
    probe = new LocalProbe(gateways, with.checker());
    checks = new HealthChecks(probe, with.alarms(), with.haste());
  }

  public HostedZones zones() {
    return zones;
  }

  public IssuedCertificates certificates() {
    return certificates;
  }

  public CustomDomains domains() {
    return domains;
  }

  public HealthChecks checks() {
    return checks;
  }

  ApiGateways gateways() {
    return gateways;
  }

  /**
   * Where the API of a name is on this machine, healthy or not.
   *
   * @param name a custom domain name of that Region
   */
  public Optional<URI> addressIn(RegionName region, String name) {
    return domains.address(region, name, "");
  }

  /** The Regions that a name leads to, each with what decides about it. */
  public List<RegionHealth> health(String name) {
    return zones.records(name, "A").stream()
        .filter(record -> record.latencyRegion().isPresent())
        .map(this::health)
        .toList();
  }

  /** Begins to check health, once what is checked is deployed. */
  public void begin() {
    checks.begin();
  }

  @Override
  public void close() {
    checks.close();
    probe.close();
  }

  private RegionHealth health(DnsRecord record) {
    Optional<HealthChecks.Status> status = record.healthCheckId().flatMap(checks::status);
    Optional<HealthCheck.Kind.Calculated> calculated =
        status
            .map(it -> it.check().kind())
            .filter(HealthCheck.Kind.Calculated.class::isInstance)
            .map(HealthCheck.Kind.Calculated.class::cast);
    return new RegionHealth(
        record.latencyRegion().orElseThrow(),
        record.healthCheckId(),
        names.isHealthy(record),
        calculated.filter(HealthCheck.Kind.Calculated::isDrained).isPresent(),
        calculated.map(HealthCheck.Kind.Calculated::children).orElse(List.of()).stream()
            .flatMap(id -> checks.status(id).stream())
            .map(
                child ->
                    new RegionHealth.Part(child.id(), child.check().kind().type(), child.healthy()))
            .toList());
  }
}
