package com.globalbooking.local.resources;

import static com.globalbooking.local.resources.RegionFixture.DOMAIN;
import static com.globalbooking.local.resources.RegionFixture.OREGON;
import static com.globalbooking.local.resources.RegionFixture.ZONE_ID;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.ResourceHandler.Created;
import com.globalbooking.local.routing.HealthCheck;
import com.globalbooking.local.routing.HealthCheck.Kind;
import java.util.List;
import java.util.Map;

/** Declares what stacks declare of names, certificates and health checks, for tests. */
record RoutingDeclarations(RegionFixture region, String apiId) {
  static final String OWN = OREGON + "." + DOMAIN;
  static final String ALARM = "global-booking-local-region-healthy";

  /** Certificate, name and mapping; returns what a record must be an alias of. */
  String name(String name) throws InterruptedException {
    Created certificate = certificate(name);
    validationRecord(certificate, false);
    validated(certificate);
    Created domain = domainName(name, certificate);
    region.create(
        HttpApiMapping.TYPE,
        "mapping",
        Map.of("apiId", apiId, "domainName", name, "stage", "$default"));
    return new Inputs(domain.computed())
        .object("domainNameConfiguration")
        .orElseThrow()
        .string("targetDomainName");
  }

  Created certificate(String name) throws InterruptedException {
    return region.create(
        AcmCertificate.TYPE, "certificate", Map.of("domainName", name, "validationMethod", "DNS"));
  }

  void validationRecord(Created certificate, boolean overwrite) throws InterruptedException {
    Inputs option =
        new Inputs(certificate.computed()).objects("domainValidationOptions").getFirst();
    region.create(
        Route53Record.TYPE,
        "validation",
        Map.of(
            "zoneId",
            ZONE_ID,
            "name",
            option.string("resourceRecordName"),
            "type",
            option.string("resourceRecordType"),
            "records",
            List.of(option.string("resourceRecordValue")),
            "ttl",
            300,
            "allowOverwrite",
            overwrite));
  }

  Created validated(Created certificate) throws InterruptedException {
    return region.create(
        AcmCertificateValidation.TYPE, "issued", Map.of("certificateArn", certificate.id()));
  }

  Created domainName(String name, Created certificate) throws InterruptedException {
    return region.create(
        HttpApiDomainName.TYPE,
        name,
        Map.of(
            "domainName",
            name,
            "domainNameConfiguration",
            Map.of(
                "certificateArn",
                certificate.id(),
                "endpointType",
                "REGIONAL",
                "securityPolicy",
                "TLS_1_2")));
  }

  String regionCheck() throws InterruptedException {
    return region
        .create(Route53HealthCheck.TYPE, "region", calculated(endpointCheck(), metricCheck()))
        .id();
  }

  String endpointCheck() throws InterruptedException {
    return region
        .create(
            Route53HealthCheck.TYPE,
            "reachable",
            Map.of(
                "type",
                "HTTPS",
                "fqdn",
                OWN,
                "port",
                443,
                "resourcePath",
                "/health",
                "requestInterval",
                30,
                "failureThreshold",
                3))
        .id();
  }

  String metricCheck() throws InterruptedException {
    region.create(
        CloudWatchAlarm.TYPE,
        "alarm",
        Map.of(
            "name", ALARM,
            "namespace", "GlobalBooking",
            "metricName", "RegionHealthy",
            "statistic", "Minimum",
            "period", 60,
            "evaluationPeriods", 3,
            "comparisonOperator", "LessThanThreshold",
            "threshold", 1,
            "treatMissingData", "breaching"));
    return region
        .create(
            Route53HealthCheck.TYPE,
            "signal",
            Map.of(
                "type",
                "CLOUDWATCH_METRIC",
                "cloudwatchAlarmName",
                ALARM,
                "cloudwatchAlarmRegion",
                OREGON.value(),
                "insufficientDataHealthStatus",
                "LastKnownStatus"))
        .id();
  }

  static Map<String, Object> calculated(String... children) {
    return Map.of(
        "type",
        "CALCULATED",
        "childHealthchecks",
        List.of(children),
        "childHealthThreshold",
        children.length);
  }

  static HealthCheck drained(HealthCheck check) {
    var calculated = (Kind.Calculated) check.kind();
    return HealthCheck.of(new Kind.Calculated(calculated.children(), 3));
  }

  Created latencyRecord(String target, String check) throws InterruptedException {
    return region.create(Route53Record.TYPE, "global", latencyInputs(target, check));
  }

  static Map<String, Object> latencyInputs(String target, String check) {
    return Map.of(
        "zoneId",
        ZONE_ID,
        "name",
        DOMAIN,
        "type",
        "A",
        "setIdentifier",
        OREGON.value(),
        "latencyRoutingPolicies",
        List.of(Map.of("region", OREGON.value())),
        "healthCheckId",
        check,
        "aliases",
        List.of(Map.of("name", target, "zoneId", "Z2", "evaluateTargetHealth", false)));
  }
}
