package com.globalbooking.local.routing;

import com.globalbooking.local.RegionName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Answers for the hosted zones as Route 53 does: of the records with a latency policy the nearest
 * whose health check is healthy, and the nearest of all when none is.
 */
public final class NameServer {
  private final HostedZones zones;
  private final Predicate<String> healthy;
  private final Distances distances;

  /**
   * @param healthy whether the health check of an id is
   */
  public NameServer(HostedZones zones, Predicate<String> healthy, Distances distances) {
    this.zones = zones;
    this.healthy = healthy;
    this.distances = distances;
  }

  /**
   * The record that a guest is answered with.
   *
   * @param guest the Region nearest to the guest
   * @return empty when there is no such name
   */
  public Optional<DnsRecord> answer(String name, String type, RegionName guest) {
    List<DnsRecord> records = zones.records(name, type);
    List<DnsRecord> usable = records.stream().filter(this::isHealthy).toList();
    return (usable.isEmpty() ? records : usable)
        .stream().min(Comparator.comparingLong(record -> distance(record, guest)));
  }

  /** Whether a record is answered with while another is; a record without a check always is. */
  public boolean isHealthy(DnsRecord record) {
    return record.healthCheckId().map(healthy::test).orElse(true);
  }

  private long distance(DnsRecord record, RegionName guest) {
    return record.latencyRegion().map(region -> distances.between(guest, region)).orElse(0L);
  }
}
