package com.globalbooking.local.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The public hosted zones of the account with their records. Stacks of several Regions put records
 * into the same zone. Thread-safe.
 */
public final class HostedZones {
  private final Map<String, String> zones;
  private final Map<DnsRecord.Key, DnsRecord> records = new LinkedHashMap<>();

  /**
   * @param zones id to domain name
   */
  public HostedZones(Map<String, String> zones) {
    this.zones = Map.copyOf(zones);
  }

  /** A zone of the account. */
  public record Zone(String id, String name) {}

  /** The zone of this id. */
  public Optional<Zone> zone(String id) {
    return Optional.ofNullable(zones.get(id)).map(name -> new Zone(id, name));
  }

  /** The zone of this name. */
  public Optional<Zone> zoneNamed(String name) {
    String wanted = DnsRecord.normalized(name);
    return zones.entrySet().stream()
        .filter(zone -> zone.getValue().equals(wanted))
        .findFirst()
        .map(zone -> new Zone(zone.getKey(), zone.getValue()));
  }

  /**
   * Puts a record into its zone.
   *
   * @param overwrite whether a record of the same key may be there
   * @throws IllegalArgumentException when Route 53 would refuse it
   */
  public synchronized void put(DnsRecord record, boolean overwrite) {
    DnsRecord.Key key = record.key();
    String zone =
        zone(key.zoneId())
            .orElseThrow(
                () -> new IllegalArgumentException("there is no hosted zone " + key.zoneId()))
            .name();
    if (!key.name().equals(zone) && !key.name().endsWith("." + zone)) {
      throw new IllegalArgumentException(
          "the name %s is not permitted in the zone %s".formatted(key.name(), zone));
    }
    if (!overwrite && records.containsKey(key)) {
      throw new IllegalArgumentException(
          "the record [name='%s', type='%s', set identifier='%s'] already exists"
              .formatted(key.name(), key.type(), key.setIdentifier()));
    }
    boolean otherPolicy =
        records(key.name(), key.type()).stream()
            .anyMatch(it -> it.latencyRegion().isPresent() != record.latencyRegion().isPresent());
    if (otherPolicy) {
      throw new IllegalArgumentException(
          "all records of %s %s must have the same routing policy"
              .formatted(key.name(), key.type()));
    }
    records.put(key, record);
  }

  /** Takes a record away; none of that key is no failure. */
  public synchronized void remove(DnsRecord.Key key) {
    records.remove(key);
  }

  /** Whether there is a record of that key. */
  public synchronized boolean contains(DnsRecord.Key key) {
    return records.containsKey(key);
  }

  /** The records of a name and type, in the order in which they were put. */
  public synchronized List<DnsRecord> records(String name, String type) {
    String wanted = DnsRecord.normalized(name);
    return records.values().stream()
        .filter(it -> it.key().name().equals(wanted) && it.key().type().equals(type))
        .toList();
  }

  /** Every record. */
  public synchronized List<DnsRecord> all() {
    return new ArrayList<>(records.values());
  }
}
