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
import com.globalbooking.local.routing.RegionHealth;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code stack/routing} declares, resource by resource, through its life. */
class RoutingResourcesTest {
  private static final String OWN = RoutingDeclarations.OWN;

  private @TempDir Path directory;
  private RegionFixture region;
  private String apiId;
  private RoutingDeclarations declare;

  @BeforeEach
  void open() throws InterruptedException {
    region = new RegionFixture(directory, Map.of());
    apiId = region.create(HttpApiApi.TYPE, "api", Map.of("protocolType", "HTTP")).id();
    declare = new RoutingDeclarations(region, apiId);
  }

  @AfterEach
  void close() {
    region.close();
  }

  @Test
  void aNameLeadsToTheApiOnceItIsDeclared() throws Exception {
    declare.name(DOMAIN);

    assertThat(region.routing.addressIn(OREGON, DOMAIN))
        .contains(region.context.apis().api(apiId).endpoint());
    assertThat(region.routing.addressIn(OREGON, OWN)).isEmpty();
  }

  @Test
  void aCertificateIsIssuedByItsRecordAlone() throws Exception {
    Created certificate = declare.certificate(DOMAIN);
    assertThatThrownBy(() -> declare.validated(certificate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the certificate of booking.test is not issued");

    declare.validationRecord(certificate, false);
    assertThat(declare.validated(certificate).id()).isEqualTo(certificate.id());
  }

  @Test
  void theSameNameHasTheSameRecordInEveryRegion() throws Exception {
    declare.validationRecord(declare.certificate(DOMAIN), false);

    assertThatThrownBy(() -> declare.validationRecord(declare.certificate(DOMAIN), false))
        .hasMessageContaining("already exists");
    declare.validationRecord(declare.certificate(DOMAIN), true);
  }

  @Test
  void aNameNeedsAnIssuedCertificateOfItsOwn() throws Exception {
    Created pending = declare.certificate(DOMAIN);
    assertThatThrownBy(() -> declare.domainName(DOMAIN, pending))
        .hasMessageContaining("takes an issued certificate");

    Created other = declare.certificate(OWN);
    declare.validationRecord(other, false);
    assertThatThrownBy(() -> declare.domainName(DOMAIN, other))
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
    String target = declare.name(DOMAIN);
    String check = declare.regionCheck();
    declare.latencyRecord(target, check);

    RegionHealth health = onlyRegion();
    assertThat(health.region()).isEqualTo(OREGON);
    assertThat(health.healthy()).isTrue();
    assertThat(health.parts())
        .extracting(RegionHealth.Part::type)
        .containsExactly("HTTPS", "CLOUDWATCH_METRIC");
  }

  @Test
  void aDrainSurvivesTheNextUpAndEndsWhenTheProgramSaysSo() throws Exception {
    String target = declare.name(DOMAIN);
    Map<String, Object> declared =
        RoutingDeclarations.calculated(declare.endpointCheck(), declare.metricCheck());
    String id = region.create(Route53HealthCheck.TYPE, "region", declared).id();
    declare.latencyRecord(target, id);
    region.routing.checks().update(id, it -> RoutingDeclarations.drained(it));
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
    String target = declare.name(DOMAIN);
    String id = declare.regionCheck();
    Created record = declare.latencyRecord(target, id);
    Existing asRecord =
        existing(Route53Record.TYPE, record.id(), RoutingDeclarations.latencyInputs(target, id));
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
