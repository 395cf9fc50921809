package com.globalbooking.operations.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.operations.LoopbackServer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;

class Route53HealthChecksTest {
  private static final String CHECK =
      """
      <?xml version="1.0"?>
      <GetHealthCheckResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><HealthCheck>
      <Id>abc</Id><CallerReference>r</CallerReference><HealthCheckVersion>1</HealthCheckVersion>
      <HealthCheckConfig><Type>CALCULATED</Type><HealthThreshold>3</HealthThreshold><ChildHealthChecks>
      <ChildHealthCheck>one</ChildHealthCheck><ChildHealthCheck>two</ChildHealthCheck></ChildHealthChecks>
      </HealthCheckConfig></HealthCheck></GetHealthCheckResponse>
      """;

  @Test
  void theThresholdIsReadAndSetAsRoute53WantsIt() {
    try (var server =
            new LoopbackServer(
                request ->
                    new LoopbackServer.Response(
                        200,
                        CHECK.replace(
                            "GetHealth",
                            request.method().equals("GET") ? "GetHealth" : "UpdateHealth")));
        var route53 =
            Route53Client.builder()
                .endpointOverride(server.uri())
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("AK", "SK")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
      var checks = new Route53HealthChecks(route53);

      assertThat(checks.get("abc")).isEqualTo(new HealthChecks.Check(2, 3));
      assertThat(checks.get("abc").drained()).isTrue();
      checks.setThreshold("abc", 2);

      assertThat(server.requests.getLast().method()).isEqualTo("POST");
      assertThat(server.requests.getLast().path()).isEqualTo("/2013-04-01/healthcheck/abc");
      assertThat(server.requests.getLast().body()).contains("<HealthThreshold>2</HealthThreshold>");
    }
  }
}
