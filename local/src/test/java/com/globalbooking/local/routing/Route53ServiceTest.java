package com.globalbooking.local.routing;

import static com.globalbooking.local.routing.DeclaredRouting.FAR;
import static com.globalbooking.local.routing.DeclaredRouting.NEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessControl;
import com.globalbooking.local.aws.AccessKeys;
import com.globalbooking.local.aws.AccessKeys.AccessKey;
import com.globalbooking.local.aws.AccessKeys.Caller;
import com.globalbooking.local.aws.AwsEndpoint;
import com.globalbooking.local.network.Network;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HealthCheckType;
import software.amazon.awssdk.services.route53.model.HealthCheckVersionMismatchException;
import software.amazon.awssdk.services.route53.model.InvalidInputException;
import software.amazon.awssdk.services.route53.model.NoSuchHealthCheckException;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** By the client that scripts use. */
class Route53ServiceTest {
  private static final RegionName HOME = new RegionName("us-east-1");

  private final DeclaredRouting declared = new DeclaredRouting();
  private final AccessKeys keys = new AccessKeys(new Random(1));
  private final AccessControl access = new AccessControl();
  private final AwsEndpoint endpoint =
      AwsEndpoint.start(
          keys,
          access,
          new Network(),
          List.of(new Route53Service(declared.routing.checks(), Clock.systemUTC())));
  private final Route53Client client = client("arn:aws:iam::000000000000:role/operator");

  @BeforeEach
  void declare() {
    access.putRolePolicy(
        "arn:aws:iam::000000000000:role/operator",
        "all",
        "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"route53:*\", \"Resource\": \"*\"}]}");
    declared.declare(NEAR, URI.create("http://127.0.0.1:1"));
    declared.declare(FAR, URI.create("http://127.0.0.1:1"));
  }

  @AfterEach
  void close() {
    client.close();
    endpoint.close();
    declared.close();
  }

  @Test
  void aRegionIsDrainedAndTakenInAgain() {
    HealthCheck drained =
        client
            .updateHealthCheck(it -> it.healthCheckId(NEAR.value()).healthThreshold(3))
            .healthCheck();
    assertThat(drained.healthCheckConfig().healthThreshold()).isEqualTo(3);
    assertThat(drained.healthCheckVersion()).isEqualTo(2);
    assertThat(declared.routing.checks().isHealthy(NEAR.value())).isFalse();

    client.updateHealthCheck(
        it -> it.healthCheckId(NEAR.value()).healthThreshold(2).healthCheckVersion(2L));
    assertThat(declared.routing.checks().isHealthy(NEAR.value())).isTrue();
  }

  @Test
  void aChangeByOneWhoHasNotSeenTheLastOneIsRefused() {
    declared.drain(NEAR);

    assertThatThrownBy(
            () ->
                client.updateHealthCheck(
                    it -> it.healthCheckId(NEAR.value()).healthThreshold(2).healthCheckVersion(1L)))
        .isInstanceOf(HealthCheckVersionMismatchException.class);
  }

  @Test
  void aCheckIsReadAsItIsConfigured() {
    HealthCheck region = client.getHealthCheck(it -> it.healthCheckId(NEAR.value())).healthCheck();
    assertThat(region.healthCheckConfig().type()).isEqualTo(HealthCheckType.CALCULATED);
    assertThat(region.healthCheckConfig().childHealthChecks())
        .containsExactly("reachable-" + NEAR, "signal-" + NEAR);

    var endpointCheck =
        client.getHealthCheck(it -> it.healthCheckId("reachable-" + NEAR)).healthCheck();
    assertThat(endpointCheck.healthCheckConfig().fullyQualifiedDomainName())
        .isEqualTo(NEAR + ".booking.test");
    assertThat(endpointCheck.healthCheckConfig().requestInterval()).isEqualTo(30);
    var metric = client.getHealthCheck(it -> it.healthCheckId("signal-" + NEAR)).healthCheck();
    assertThat(metric.healthCheckConfig().alarmIdentifier().name()).isEqualTo("healthy");
    assertThat(client.listHealthChecks().healthChecks()).hasSize(6);
  }

  @Test
  void theStatusTellsWhetherItIsHealthy() throws Exception {
    assertThat(status("reachable-" + NEAR)).startsWith("Success");
    declared.checkThreeTimes();
    assertThat(status("reachable-" + NEAR)).startsWith("Failure");
    assertThat(status(NEAR.value())).startsWith("Failure");
  }

  @Test
  void whatMakesNoSenseIsRefusedAsAwsDoes() {
    assertThatThrownBy(() -> client.getHealthCheck(it -> it.healthCheckId("none")))
        .isInstanceOf(NoSuchHealthCheckException.class);
    assertThatThrownBy(
            () ->
                client.updateHealthCheck(
                    it -> it.healthCheckId("signal-" + NEAR).healthThreshold(2)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("calculated");
    assertThatThrownBy(
            () -> client.updateHealthCheck(it -> it.healthCheckId(NEAR.value()).port(80)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Port");
  }

  @Test
  void whoeverMayNotIsRefused() {
    try (Route53Client stranger = client("arn:aws:iam::000000000000:role/stranger")) {
      assertThatThrownBy(() -> stranger.getHealthCheck(it -> it.healthCheckId(NEAR.value())))
          .isInstanceOfSatisfying(
              Route53Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }
  }

  private String status(String id) {
    return client
        .getHealthCheckStatus(it -> it.healthCheckId(id))
        .healthCheckObservations()
        .getFirst()
        .statusReport()
        .status();
  }

  private Route53Client client(String role) {
    AccessKey key = keys.keyOf(new Caller(HOME, "people", role));
    return Route53Client.builder()
        .endpointOverride(endpoint.uri())
        .region(Region.AWS_GLOBAL)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsSessionCredentials.create(key.id(), key.secret(), key.sessionToken())))
        .build();
  }
}
