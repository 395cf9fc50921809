package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.ProviderFunctions;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.routing.HostedZones;
import com.globalbooking.local.routing.HostedZones.Zone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What leads guests to the API: names, certificates, records and health checks. */
final class RoutingResources {
  private static final String GET_ZONE = "aws:route53/getZone:getZone";

  private RoutingResources() {}

  static Map<String, ResourceHandler> in(RegionContext context) {
    return Map.of(
        Route53Record.TYPE, new Route53Record(context.routing().zones()),
        Route53HealthCheck.TYPE, new Route53HealthCheck(context.routing().checks()),
        AcmCertificate.TYPE, new AcmCertificate(context),
        AcmCertificateValidation.TYPE, new AcmCertificateValidation(context),
        HttpApiDomainName.TYPE, new HttpApiDomainName(context),
        HttpApiMapping.TYPE, new HttpApiMapping(context));
  }

  /** Functions about hosted zones, and all the others. */
  static ProviderFunctions functions(RegionContext context, ProviderFunctions others) {
    return (token, arguments) ->
        token.equals(GET_ZONE)
            ? Optional.of(zone(context.routing().zones(), arguments))
            : others.invoke(token, arguments);
  }

  private static Fields zone(HostedZones zones, Inputs arguments) {
    Zone zone =
        arguments
            .optionalString("zoneId")
            .flatMap(zones::zone)
            .or(() -> arguments.optionalString("name").flatMap(zones::zoneNamed))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no matching Route 53 hosted zone found: "
                            + arguments.fields().plainMap()));
    return PropertyValue.fields(
        Map.of(
            "id",
            zone.id(),
            "zoneId",
            zone.id(),
            "arn",
            "arn:aws:route53:::hostedzone/" + zone.id(),
            "name",
            zone.name(),
            "nameServers",
            IntStream.rangeClosed(1, 4).mapToObj("ns-%d.local"::formatted).toList(),
            "privateZone",
            false,
            "tags",
            Map.of(),
            "resourceRecordSetCount",
            zones.all().size(),
            "callerReference",
            "",
            "comment",
            ""));
  }

  /** A list of one property. */
  static List<Fields> listOf(Map<String, ?> fields) {
    return List.of(PropertyValue.fields(fields));
  }
}
