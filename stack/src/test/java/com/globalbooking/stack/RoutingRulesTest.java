package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.StackOutput;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One name for all Regions, and guests led to the nearest healthy one. */
@Timeout(90)
class RoutingRulesTest {

  private static final String RECORD = "aws:route53/record:Record";
  private static final String CHECK = "aws:route53/healthCheck:HealthCheck";
  private static final String DOMAIN = "aws:apigatewayv2/domainName:DomainName";

  private static StackGraph graph = new StackGraph(List.of(), Map.of(), "not run yet");

  @BeforeAll
  static void deployAReplicaOfProduction() {
    graph = StackRun.of("prod-eu-west-1").run().sound();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "aaaa"})
  void theGlobalNameLeadsToTheNearestHealthyRegion(String type) {
    Registered record = graph.resource(RECORD, "routing-global-" + type);

    assertThat(record.text("name")).isEqualTo("booking.acme.travel");
    assertThat(record.text("type")).isEqualToIgnoringCase(type);
    assertThat(record.text("setIdentifier")).isEqualTo("eu-west-1");
    assertThat(record.objects("latencyRoutingPolicies"))
        .hasSize(1)
        .allMatch(policy -> policy.get("region").getAsString().equals("eu-west-1"));
    assertThat(record.text("healthCheckId")).isEqualTo("routing-health-id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "aaaa"})
  void theRegionsOwnNameLeadsToItWhetherItIsHealthyOrNot(String type) {
    Registered record = graph.resource(RECORD, "routing-own-" + type);

    assertThat(record.text("name")).isEqualTo("eu-west-1.booking.acme.travel");
    assertThat(record.inputs().keySet())
        .doesNotContain("healthCheckId", "latencyRoutingPolicies", "setIdentifier");
  }

  /** API Gateway finds an API by the name asked for; another name's target would answer 403. */
  @Test
  void eachNameIsADomainOfTheApiAndLeadsToItsOwnTarget() {
    for (String part : List.of("own", "global")) {
      Registered domain = graph.resource(DOMAIN, "routing-" + part + "-domain");
      assertThat(graph.resource(RECORD, "routing-" + part + "-a").objects("aliases"))
          .allMatch(
              alias ->
                  alias
                      .get("name")
                      .getAsString()
                      .equals("d-routing-" + part + "-domain.execute-api.eu-west-1.example"));
      assertThat(graph.resource(RECORD, "routing-" + part + "-a").text("name"))
          .isEqualTo(domain.text("domainName"));
      assertThat(domain.text("domainNameConfiguration.securityPolicy")).isEqualTo("TLS_1_2");
      assertThat(domain.text("domainNameConfiguration.ipAddressType")).isEqualTo("dualstack");
      assertThat(graph.ofType("aws:apigatewayv2/apiMapping:ApiMapping"))
          .anyMatch(mapping -> mapping.text("domainName").equals(domain.text("domainName")));
    }
  }

  @Test
  void aDomainShowsACertificateThatHasBeenIssued() {
    for (Registered domain : graph.ofType(DOMAIN)) {
      Registered issued =
          graph.resource(
              "aws:acm/certificateValidation:CertificateValidation",
              domain.name().replace("-domain", "-issued"));
      assertThat(domain.dependencies()).contains(issued.urn());
    }
  }

  /** ACM wants one and the same record of every Region's certificate for the shared name. */
  @Test
  void noStackTakesTheRecordAwayThatRenewsTheOthersCertificates() {
    Registered shared = graph.resource(RECORD, "routing-global-validation");
    Registered own = graph.resource(RECORD, "routing-own-validation");

    assertThat(shared.retained()).isTrue();
    assertThat(shared.input("allowOverwrite").getAsBoolean()).isTrue();
    assertThat(own.retained()).isFalse();
    assertThat(own.input("allowOverwrite").getAsBoolean()).isFalse();
  }

  @Test
  void aRegionIsHealthyWhenItIsReachedAndSaysSoItself() {
    Registered region = graph.resource(CHECK, "routing-health");
    Registered reachable = graph.resource(CHECK, "routing-health-reachable");
    Registered signal = graph.resource(CHECK, "routing-health-signal");

    assertThat(region.text("type")).isEqualTo("CALCULATED");
    assertThat(region.texts("childHealthchecks"))
        .containsExactly("routing-health-reachable-id", "routing-health-signal-id");
    assertThat(region.input("childHealthThreshold").getAsInt()).isEqualTo(2);
    assertThat(reachable.text("type")).isEqualTo("HTTPS");
    assertThat(reachable.text("fqdn")).isEqualTo("eu-west-1.booking.acme.travel");
    assertThat(reachable.text("resourcePath")).isEqualTo("/health");
    assertThat(reachable.dependencies()).contains(graph.resource(RECORD, "routing-own-a").urn());
    assertThat(signal.text("type")).isEqualTo("CLOUDWATCH_METRIC");
    assertThat(signal.text("cloudwatchAlarmName")).isEqualTo("global-booking-prod-region-healthy");
    assertThat(signal.text("cloudwatchAlarmRegion")).isEqualTo("eu-west-1");
    assertThat(signal.input("triggers").getAsJsonObject().keySet())
        .contains("metric", "statistic", "threshold", "period", "periods");
  }

  /** Drained by people, a Region stays drained: threshold 3 of 2 children is never met. */
  @Test
  void noDeploymentPutsADrainedRegionBack() {
    assertThat(graph.resource(CHECK, "routing-health").ignored())
        .containsExactly("childHealthThreshold");
  }

  /** Route 53 copies one metric and a plain statistic; a percentile or a formula it refuses. */
  @Test
  void theSignalIsAnAlarmThatAHealthCheckCanCopy() {
    Registered alarm =
        graph.resource("aws:cloudwatch/metricAlarm:MetricAlarm", "alarms-region-healthy");

    assertThat(alarm.text("statistic")).isEqualTo("Minimum");
    assertThat(alarm.text("treatMissingData")).isEqualTo("breaching");
    assertThat(alarm.inputs().keySet()).doesNotContain("metricQueries", "extendedStatistic");
    assertThat(alarm.input("evaluationPeriods")).isEqualTo(alarm.input("datapointsToAlarm"));
  }

  @Test
  void whereThereIsADomainTheApiAnswersByNoOtherName() {
    assertThat(
            graph
                .resource("aws:apigatewayv2/api:Api", "booking-api")
                .input("disableExecuteApiEndpoint")
                .getAsBoolean())
        .isTrue();
    assertThat(graph.output(StackOutput.GLOBAL_ENDPOINT)).contains("https://booking.acme.travel");
    assertThat(graph.output(StackOutput.API_ENDPOINT))
        .contains("https://eu-west-1.booking.acme.travel");
    assertThat(graph.output(StackOutput.HEALTH_CHECK_ID)).contains("routing-health-id");
  }

  @Test
  void withoutADomainTheApisOwnAddressIsTheEndpoint() {
    StackGraph dev = StackRun.of("dev-us-west-2").run().sound();

    assertThat(dev.ofType(RECORD)).isEmpty();
    assertThat(dev.ofType(CHECK)).isEmpty();
    assertThat(dev.output(StackOutput.GLOBAL_ENDPOINT))
        .isEqualTo(dev.output(StackOutput.API_ENDPOINT))
        .contains("https://booking-api.execute-api.us-west-2.example");
    assertThat(dev.output(StackOutput.HEALTH_CHECK_ID)).contains("");
    assertThat(
            dev.resource("aws:apigatewayv2/api:Api", "booking-api")
                .input("disableExecuteApiEndpoint")
                .getAsBoolean())
        .isFalse();
  }
}
