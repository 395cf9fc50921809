package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Route;
import com.globalbooking.contract.Scope;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An environment that needs nothing but an AWS account, and little money. */
@Timeout(90)
class DevelopmentRulesTest {

  private static StackGraph graph = new StackGraph(List.of(), Map.of(), "not run yet");

  @BeforeAll
  static void deployDevelopment() {
    graph = StackRun.of("dev-us-west-2").run().sound();
  }

  @Test
  void theSmallestOfEverythingIsEnough() {
    assertThat(graph.ofType("aws:ec2/natGateway:NatGateway")).isEmpty();
    assertThat(graph.ofType("aws:ec2/subnet:Subnet")).hasSize(2);
    assertThat(graph.ofType("aws:rds/clusterInstance:ClusterInstance"))
        .hasSize(1)
        .allMatch(instance -> instance.text("instanceClass").equals("db.serverless"));
    assertThat(
            graph
                .resource("aws:rds/cluster:Cluster", "audit-database")
                .input("serverlessv2ScalingConfiguration.maxCapacity")
                .getAsDouble())
        .isEqualTo(1);
    assertThat(
            graph
                .resource("aws:elasticache/replicationGroup:ReplicationGroup", "cache")
                .input("numNodeGroups")
                .getAsInt())
        .isEqualTo(1);
    assertThat(graph.ofType("aws:lambda/function:Function"))
        .noneMatch(function -> function.inputs().has("reservedConcurrentExecutions"));
    assertThat(graph.ofType("aws:backup/plan:Plan")).isEmpty();
  }

  @Test
  void nothingIsProtectedSoThatItCanBeThrownAway() {
    assertThat(graph.resources()).noneMatch(resource -> resource.protect());
  }

  @Test
  void whoHasNoIssuerGetsAUserPoolWithAClientForEveryScope() {
    List<String> scopes =
        Arrays.stream(Scope.values()).map(scope -> "global-booking/" + scope.value()).toList();

    assertThat(
            graph
                .resource("aws:cognito/userPoolClient:UserPoolClient", "user-pool-client")
                .texts("allowedOauthScopes"))
        .containsExactlyElementsOf(scopes);
    assertThat(graph.output(StackOutput.SCOPE_PREFIX)).contains("global-booking/");
    assertThat(graph.output(StackOutput.JWT_ISSUER))
        .contains("https://cognito-idp.us-west-2.amazonaws.com/user-pool-pool-id");
    assertThat(
            graph
                .resource("aws:apigatewayv2/route:Route", "booking-api-book")
                .texts("authorizationScopes"))
        .containsExactly("global-booking/" + Route.BOOK.scope().orElseThrow().value());
  }

  /** Tokens of client credentials have no audience; API Gateway then looks at the client's id. */
  @Test
  void theClientStandsForTheAudience() {
    assertThat(
            graph
                .resource("aws:apigatewayv2/authorizer:Authorizer", "booking-api-authorizer")
                .texts("jwtConfiguration.audiences"))
        .containsExactly("user-pool-client-id");
  }

  @Test
  void aSecondRegionSharesThePoolOfTheFirst() {
    StackGraph second =
        StackRun.of("dev-eu-west-1").with("regions", "[\"us-west-2\",\"eu-west-1\"]").run().sound();

    assertThat(second.ofType("aws:cognito/userPool:UserPool")).isEmpty();
    assertThat(second.output(StackOutput.JWT_ISSUER))
        .contains("https://cognito-idp.us-west-2.amazonaws.com/pool");
    assertThat(second.output(StackOutput.TOKEN_CLIENT_ID)).contains("a-client");
  }

  @Test
  void twoEnvironmentsOfOneAccountMeetNowhere() {
    StackGraph other = StackRun.of("test-us-west-2").run().sound();

    assertThat(physicalNames(graph)).doesNotContainAnyElementsOf(physicalNames(other));
    assertThat(metrics(graph)).doesNotContainAnyElementsOf(metrics(other));
  }

  private static List<String> physicalNames(StackGraph graph) {
    return graph.resources().stream()
        .filter(resource -> resource.isOnAws() && resource.inputs().has("name"))
        // Names within something that has a name of its own.
        .filter(resource -> !resource.type().matches(".*:(RolePolicy|Stage|Authorizer|Alias)"))
        .map(resource -> resource.type() + " " + resource.text("name"))
        .toList();
  }

  private static List<String> metrics(StackGraph graph) {
    return graph.ofType("aws:cloudwatch/metricAlarm:MetricAlarm").stream()
        .filter(alarm -> alarm.inputs().has("namespace"))
        .filter(alarm -> alarm.text("namespace").startsWith("GlobalBooking"))
        .map(
            alarm -> alarm.text("namespace") + alarm.text("metricName") + alarm.input("dimensions"))
        .toList();
  }
}
