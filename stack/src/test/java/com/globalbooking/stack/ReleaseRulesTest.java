package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.SmokeEvent;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever triggers a function calls a version that has shown that it can start. */
@Timeout(90)
class ReleaseRulesTest {

  private static final String ALIAS = "aws:lambda/alias:Alias";
  private static final String INVOCATION = "aws:lambda/invocation:Invocation";

  private static StackGraph graph = new StackGraph(List.of(), Map.of(), "not run yet");

  @BeforeAll
  static void deployPrimaryOfProduction() {
    graph = StackRun.of("prod-us-west-2").run().sound();
  }

  @ParameterizedTest
  @EnumSource
  void everyDeploymentPublishesAVersionAndSmokesItBeforeItServes(Function function) {
    Registered smoke = graph.resource(INVOCATION, "functions-" + function.id() + "-live-smoke");
    Registered alias = graph.resource(ALIAS, "functions-" + function.id() + "-live");

    assertThat(graph.deployed(function).input("publish").getAsBoolean()).isTrue();
    assertThat(smoke.text("input")).isEqualTo(SmokeEvent.of(function));
    assertThat(smoke.text("qualifier")).isEqualTo("7");
    assertThat(alias.text("name")).isEqualTo("live");
    assertThat(alias.text("functionVersion")).isEqualTo("7");
    assertThat(alias.dependencies()).contains(smoke.urn());
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionInTheNetworkIsSmokedOnlyOnceTheNetworkIsThere(Function function) {
    Registered smoke = graph.resource(INVOCATION, "functions-" + function.id() + "-live-smoke");

    assertThat(smoke.dependencies())
        .contains(
            graph.resource("aws:ec2/vpcEndpoint:VpcEndpoint", "network-secretsmanager").urn());
  }

  @Test
  void aVersionThatAnswersItsSmokeEventBadlyDoesNotServe() {
    assertThat(
            StackRun.answering(
                    Function.EVENT_PUBLISHER,
                    "{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}",
                    () -> StackRun.of("prod-us-west-2").run())
                .problems())
        .contains("event-publisher stays at the version that serves");
  }

  @Test
  void aPinnedFunctionStaysAtItsVersion() {
    StackGraph pinned =
        StackRun.pinned(
            "{\"booking-handler\":\"5\"}", () -> StackRun.of("prod-us-west-2").run().sound());

    assertThat(pinned.resource(ALIAS, "functions-booking-handler-live").text("functionVersion"))
        .isEqualTo("5");
    assertThat(pinned.resource(ALIAS, "functions-cache-updater-live").text("functionVersion"))
        .isEqualTo("7");
  }

  @Test
  void noDeploymentUndoesWhatPeoplePinned() {
    Registered pins = graph.resource("aws:ssm/parameter:Parameter", "functions-pins-parameter");

    assertThat(pins.text("name")).isEqualTo("/global-booking/prod/pinned-versions");
    assertThat(pins.ignored()).containsExactly("value");
  }

  /** A name instead of an ARN would hide the move from the function to its alias. */
  @Test
  void everythingThatTriggersAFunctionCallsItsAlias() {
    assertThat(graph.ofType("aws:lambda/eventSourceMapping:EventSourceMapping"))
        .isNotEmpty()
        .allMatch(mapping -> mapping.text("functionName").startsWith("arn:"))
        .allMatch(mapping -> mapping.text("functionName").endsWith(":live"));
    assertThat(graph.ofType("aws:apigatewayv2/integration:Integration"))
        .isNotEmpty()
        .allMatch(integration -> integration.text("integrationUri").endsWith(":live"));
    assertThat(graph.ofType("aws:lambda/permission:Permission"))
        .isNotEmpty()
        .allMatch(permission -> permission.text("qualifier").equals("live"));
    assertThat(
            graph
                .resource("aws:scheduler/schedule:Schedule", "heartbeat-schedule")
                .text("target.arn"))
        .endsWith("region-health:live");
    assertThat(
            graph
                .resource("aws:sfn/stateMachine:StateMachine", "reconciliation")
                .text("definition"))
        .contains("reconciliation-checker:live", "overbooking-resolver:live");
    assertThat(graph.resource(INVOCATION, "audit-migration-run").text("qualifier"))
        .isEqualTo("live");
  }

  @ParameterizedTest
  @EnumSource
  void thePackagesDigestIsOnTheFunctionAndInTheOutputs(Function function) {
    String digest = graph.deployed(function).text("tags.Package");

    assertThat(digest).matches("[0-9a-f]{64}");
    assertThat(
            ((Map<?, ?>) graph.output(StackOutput.PACKAGE_DIGESTS).orElseThrow())
                .get(function.id()))
        .isEqualTo(digest);
  }

  /** As a tag it would change every function with every commit. */
  @Test
  void theCommitIsInTheOutputsOnly() {
    String commit = "0123456789012345678901234567890123456789";
    StackGraph committed = StackRun.of("prod-us-west-2").with("commit", commit).run().sound();

    assertThat(committed.output(StackOutput.COMMIT)).contains(commit);
    assertThat(inputs(committed)).noneMatch(inputs -> inputs.toString().contains(commit));
  }

  private static List<JsonObject> inputs(StackGraph graph) {
    return graph.resources().stream().map(Registered::inputs).toList();
  }
}
