package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Route;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(90)
class BookingApiRulesTest {

  private static final String API = "aws:apigatewayv2/api:Api";

  private static StackGraph graph = new StackGraph(List.of(), Map.of(), "not run yet");

  @BeforeAll
  static void deployPrimaryOfProduction() {
    graph = StackRun.of("prod-us-west-2").run().sound();
  }

  @Test
  void theRoutesAreThoseOfTheContract() {
    assertThat(routes())
        .extracting(route -> route.text("routeKey"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Route.values()).map(Route::key).toList());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HEALTH")
  void everyRouteButHealthNeedsAScopedToken(Route route) {
    Registered deployed = deployed(route);

    assertThat(deployed.text("authorizationType")).isEqualTo("JWT");
    assertThat(deployed.text("authorizerId")).isEqualTo("booking-api-authorizer-id");
    assertThat(deployed.texts("authorizationScopes"))
        .containsExactly(route.scope().orElseThrow().value());
  }

  @Test
  void healthIsOpen() {
    assertThat(Route.HEALTH.scope()).isEmpty();
    assertThat(deployed(Route.HEALTH).text("authorizationType")).isEqualTo("NONE");
  }

  @ParameterizedTest
  @EnumSource
  void aRouteLeadsToItsFunction(Route route) {
    assertThat(deployed(route).text("target"))
        .isEqualTo("integrations/booking-api-" + route.function().id() + "-id");
  }

  @Test
  void everyIntegrationPassesThePayloadFormatThatTheFunctionsRead() {
    assertThat(graph.ofType("aws:apigatewayv2/integration:Integration"))
        .isNotEmpty()
        .allMatch(integration -> integration.text("integrationType").equals("AWS_PROXY"))
        .allMatch(integration -> integration.text("payloadFormatVersion").equals("2.0"));
  }

  @Test
  void onlyThisApiMayCallAFunction() {
    assertThat(graph.ofType("aws:lambda/permission:Permission"))
        .hasSize(4)
        .allMatch(permission -> permission.text("principal").equals("apigateway.amazonaws.com"))
        .allMatch(
            permission ->
                permission
                    .text("sourceArn")
                    .equals("arn:aws:execute-api:us-west-2:111122223333:booking-api/*/*"));
  }

  @Test
  void theStageIsThrottledAsConfigured() {
    Registered stage =
        StackRun.of("test-us-west-2")
            .with("throttlingRateLimit", "12.5")
            .with("throttlingBurstLimit", "40")
            .run()
            .sound()
            .resource("aws:apigatewayv2/stage:Stage", "booking-api-stage");

    assertThat(stage.input("defaultRouteSettings.throttlingRateLimit").getAsDouble())
        .isEqualTo(12.5);
    assertThat(stage.input("defaultRouteSettings.throttlingBurstLimit").getAsInt()).isEqualTo(40);
  }

  @Test
  void theStageLogsEachRequestAsJsonWithoutGuestOrToken() {
    String format =
        graph
            .resource("aws:apigatewayv2/stage:Stage", "booking-api-stage")
            .text("accessLogSettings.format");

    assertThat(JsonParser.parseString(format).getAsJsonObject().keySet())
        .contains("requestId", "routeKey", "status");
    assertThat(format)
        .doesNotContain("$context.path", "authorizer", "identity", "header", "querystring");
  }

  @Test
  void pagesOfOtherOriginsMayNotCallUnlessConfigured() {
    assertThat(
            StackRun.of("test-us-west-2")
                .run()
                .sound()
                .resource(API, "booking-api")
                .input("corsConfiguration"))
        .isEqualTo(JsonNull.INSTANCE);

    Registered opened =
        StackRun.of("test-us-west-2")
            .with("corsAllowOrigins", "[\"https://www.acme.travel\"]")
            .run()
            .sound()
            .resource(API, "booking-api");
    assertThat(opened.input("corsConfiguration.allowOrigins").toString())
        .isEqualTo("[\"https://www.acme.travel\"]");
    assertThat(opened.input("corsConfiguration.allowCredentials")).isEqualTo(JsonNull.INSTANCE);
  }

  private static List<Registered> routes() {
    return graph.ofType("aws:apigatewayv2/route:Route");
  }

  private static Registered deployed(Route route) {
    return routes().stream()
        .filter(each -> each.text("routeKey").equals(route.key()))
        .findFirst()
        .orElseThrow();
  }
}
