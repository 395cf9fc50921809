package com.globalbooking.local.resources;

import static com.globalbooking.local.resources.RegionFixture.DOMAIN;
import static com.globalbooking.local.resources.RegionFixture.OREGON;
import static com.globalbooking.local.resources.RegionFixture.ZONE_ID;
import static com.globalbooking.local.resources.RegionFixture.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Unknown;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.engine.ResourceHandler.Created;
import com.globalbooking.local.engine.ResourceHandler.Existing;
import com.globalbooking.local.routing.HealthCheck;
import com.globalbooking.local.routing.HealthCheck.Kind;
import com.globalbooking.local.routing.RegionHealth;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code stack/routing} declares, resource by resource, through its life. */
class RoutingResourcesTest {
  private static final String OWN = OREGON + "." + DOMAIN;
  private static final String ALARM = "global-booking-local-region-healthy";

  private @TempDir Path directory;
  private RegionFixture region;
  private String apiId;

  @BeforeEach
  void open() throws InterruptedException {
    region = new RegionFixture(directory, Map.of());
    apiId = region.create(HttpApiApi.TYPE, "api", Map.of("protocolType", "HTTP")).id();
  }

  @AfterEach
  void close() {
    region.close();
  }

  @Test
  void aNameLeadsToTheApiOnceItIsDeclared() throws Exception {
    declareName(DOMAIN);

    assertThat(region.routing.addressIn(OREGON, DOMAIN))
        .contains(region.context.apis().api(apiId).endpoint());
    assertThat(region.routing.addressIn(OREGON, OWN)).isEmpty();
  }

  @Test
  void aCertificateIsIssuedByItsRecordAlone() throws Exception {
    Created certificate = certificate(DOMAIN);
    assertThatThrownBy(() -> validated(certificate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the certificate of booking.test is not issued");

    validationRecord(certificate, false);
    assertThat(validated(certificate).id()).isEqualTo(certificate.id());
  }

  @Test
  void theSameNameHasTheSameRecordInEveryRegion() throws Exception {
    validationRecord(certificate(DOMAIN), false);

    assertThatThrownBy(() -> validationRecord(certificate(DOMAIN), false))
        .hasMessageContaining("already exists");
    validationRecord(certificate(DOMAIN), true);
  }

  @Test
  void aNameNeedsAnIssuedCertificateOfItsOwn() throws Exception {
    Created pending = certificate(DOMAIN);
    assertThatThrownBy(() -> domainName(DOMAIN, pending))
        .hasMessageContaining("takes an issued certificate");

    Created other = certificate(OWN);
    validationRecord(other, false);
    assertThatThrownBy(() -> domainName(DOMAIN, other))
        .hasMessageContaining("is not one of booking.test");
  }

  @Test
  void whatADomainNameComputesIsUnknownInADryRun() {
    ResourceHandler handler = region.handler(HttpApiDomainName.TYPE);
    var preview =
        handler.preview(
            resource(
                HttpApiDomainName.TYPE,
                "name",
                Map.of(
                    "domainName",
                    DOMAIN,
                    "domainNameConfiguration",
                    Map.of("certificateArn", new Unknown(), "endpointType", "REGIONAL"))));

    var configuration = new Inputs(preview).object("domainNameConfiguration").orElseThrow();
    assertThat(configuration.fields().values())
        .containsEntry("targetDomainName", new Unknown())
        .containsEntry("hostedZoneId", new Unknown())
        .containsKey("endpointType");
  }

  @Test
  void theGlobalNameLeadsHereByTheChecksThatWereDeclared() throws Exception {
    String target = declareName(DOMAIN);
    String check = regionCheck();
    latencyRecord(target, check);

    RegionHealth health = onlyRegion();
    assertThat(health.region()).isEqualTo(OREGON);
    assertThat(health.healthy()).isTrue();
    assertThat(health.parts())
        .extracting(RegionHealth.Part::type)
        .containsExactly("HTTPS", "CLOUDWATCH_METRIC");
  }

  @Test
  void aDrainSurvivesTheNextUpAndEndsWhenTheProgramSaysSo() throws Exception {
    String target = declareName(DOMAIN);
    Map<String, Object> declared = calculated(endpointCheck(), metricCheck());
    String id = region.create(Route53HealthCheck.TYPE, "region", declared).id();
    latencyRecord(target, id);
    region.routing.checks().update(id, it -> drained(it));
    assertThat(onlyRegion().drained()).isTrue();

    var handler = region.handler(Route53HealthCheck.TYPE);
    Map<String, Object> tagged = new HashMap<>(declared);
    tagged.put("tags", Map.of("Owner", "someone else"));
    handler.update(
        existing(Route53HealthCheck.TYPE, id, declared),
        resource(Route53HealthCheck.TYPE, "region", tagged));
    assertThat(onlyRegion().drained()).as("after another change").isTrue();

    Map<String, Object> lower = new HashMap<>(declared);
    lower.put("childHealthThreshold", 1);
    handler.update(
        existing(Route53HealthCheck.TYPE, id, declared),
        resource(Route53HealthCheck.TYPE, "region", lower));
    assertThat(onlyRegion().drained()).isFalse();
  }

  @Test
  void resourcesAreDeletedAndDeletingThemAgainIsNoFailure() throws Exception {
    String target = declareName(DOMAIN);
    String id = regionCheck();
    Created record = latencyRecord(target, id);
    Existing asRecord = existing(Route53Record.TYPE, record.id(), latencyInputs(target, id));
    var records = region.handler(Route53Record.TYPE);
    assertThat(records.exists(asRecord)).isTrue();

    for (int i = 0; i < 2; i++) {
      records.delete(asRecord);
      region
          .handler(Route53HealthCheck.TYPE)
          .delete(existing(Route53HealthCheck.TYPE, id, Map.of()));
      region
          .handler(HttpApiDomainName.TYPE)
          .delete(existing(HttpApiDomainName.TYPE, DOMAIN, Map.of("domainName", DOMAIN)));
    }
    assertThat(records.exists(asRecord)).isFalse();
    assertThat(region.routing.health(DOMAIN)).isEmpty();
    assertThat(region.routing.addressIn(OREGON, DOMAIN)).isEmpty();
    assertThat(region.routing.checks().status(id)).isEmpty();
  }

  @Test
  void recordsOfAnotherKeyAreOthers() {
    assertThat(region.handler(Route53Record.TYPE).replacedBy())
        .contains("zoneId", "name", "type", "setIdentifier");
  }

  @Test
  void theHostedZoneIsFoundByItsId() {
    var zone =
        region
            .functions()
            .invoke("aws:route53/getZone:getZone", inputs(Map.of("zoneId", ZONE_ID)))
            .orElseThrow();

    assertThat(zone.plainMap()).containsEntry("name", DOMAIN).containsEntry("zoneId", ZONE_ID);
    assertThatThrownBy(
            () ->
                region
                    .functions()
                    .invoke("aws:route53/getZone:getZone", inputs(Map.of("zoneId", "Z0"))))
        .hasMessageContaining("no matching Route 53 hosted zone found");
  }

  /** Certificate, name and mapping; returns what a record must be an alias of. */
  private String declareName(String name) throws InterruptedException {
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

  private Created certificate(String name) throws InterruptedException {
    return region.create(
        AcmCertificate.TYPE, "certificate", Map.of("domainName", name, "validationMethod", "DNS"));
  }

  private void validationRecord(Created certificate, boolean overwrite)
      throws InterruptedException {
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

  private Created validated(Created certificate) throws InterruptedException {
    return region.create(
        AcmCertificateValidation.TYPE, "issued", Map.of("certificateArn", certificate.id()));
  }

  private Created domainName(String name, Created certificate) throws InterruptedException {
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

  private String regionCheck() throws InterruptedException {
    return region
        .create(Route53HealthCheck.TYPE, "region", calculated(endpointCheck(), metricCheck()))
        .id();
  }

  private String endpointCheck() throws InterruptedException {
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

  private String metricCheck() throws InterruptedException {
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

  private static Map<String, Object> calculated(String... children) {
    return Map.of(
        "type",
        "CALCULATED",
        "childHealthchecks",
        List.of(children),
        "childHealthThreshold",
        children.length);
  }

  private static HealthCheck drained(HealthCheck check) {
    var calculated = (Kind.Calculated) check.kind();
    return HealthCheck.of(new Kind.Calculated(calculated.children(), 3));
  }

  private Created latencyRecord(String target, String check) throws InterruptedException {
    return region.create(Route53Record.TYPE, "global", latencyInputs(target, check));
  }

  private static Map<String, Object> latencyInputs(String target, String check) {
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

  private RegionHealth onlyRegion() {
    return region.routing.health(DOMAIN).getFirst();
  }

  private static Existing existing(String type, String id, Map<String, ?> inputs) {
    return new Existing(type, id, inputs(inputs), inputs(inputs));
  }

  private static Inputs inputs(Map<String, ?> inputs) {
    return new Inputs(PropertyValue.fields(inputs));
  }
}
