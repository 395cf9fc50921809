package com.globalbooking.local.resources;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.routing.DnsRecord;
import com.globalbooking.local.routing.DnsRecord.Target;
import com.globalbooking.local.routing.HostedZones;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code aws:route53/record:Record}: simple records, and those with a latency policy. */
final class Route53Record implements ResourceHandler {
  static final String TYPE = "aws:route53/record:Record";

  private static final List<String> NOT_EVALUATED =
      List.of(
          "cidrRoutingPolicy",
          "failoverRoutingPolicies",
          "geolocationRoutingPolicies",
          "geoproximityRoutingPolicy",
          "multivalueAnswerRoutingPolicy",
          "weightedRoutingPolicies");

  private final HostedZones zones;

  Route53Record(HostedZones zones) {
    this.zones = zones;
  }

  @Override
  public Created create(Resource resource) {
    DnsRecord record = record(resource.inputs());
    zones.put(record, resource.inputs().flag("allowOverwrite"));
    return new Created(record.key().id(), computed(record));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("zoneId", "name", "type", "setIdentifier");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    DnsRecord record = record(wanted.inputs());
    zones.put(record, true);
    return computed(record);
  }

  @Override
  public void delete(Existing existing) {
    zones.remove(key(existing.inputs()));
  }

  @Override
  public boolean exists(Existing existing) {
    return zones.contains(key(existing.inputs()));
  }

  private static Fields computed(DnsRecord record) {
    return PropertyValue.fields(Map.of("fqdn", record.key().name()));
  }

  private static DnsRecord.Key key(Inputs inputs) {
    return new DnsRecord.Key(
        inputs.string("zoneId"),
        inputs.string("name"),
        inputs.string("type"),
        inputs.optionalString("setIdentifier").orElse(""));
  }

  private static DnsRecord record(Inputs inputs) {
    for (String policy : NOT_EVALUATED) {
      if (inputs.fields().values().containsKey(policy)) {
        throw new IllegalArgumentException("local Regions do not evaluate '" + policy + "'");
      }
    }
    Optional<RegionName> latency =
        inputs.objects("latencyRoutingPolicies").stream()
            .findFirst()
            .map(policy -> new RegionName(policy.string("region")));
    return new DnsRecord(
        key(inputs), latency, inputs.optionalString("healthCheckId"), target(inputs));
  }

  private static Target target(Inputs inputs) {
    List<Inputs> aliases = inputs.objects("aliases");
    List<String> values = inputs.strings("records");
    if (aliases.isEmpty() == values.isEmpty()) {
      throw new IllegalArgumentException("a record has either 'records' or 'aliases'");
    }
    if (aliases.isEmpty()) {
      if (inputs.optionalWhole("ttl").isEmpty()) {
        throw new IllegalArgumentException("a record with 'records' needs a 'ttl'");
      }
      return new Target.Values(values);
    }
    Inputs alias = aliases.getFirst();
    return new Target.Alias(alias.string("name"), alias.string("zoneId"));
  }
}
