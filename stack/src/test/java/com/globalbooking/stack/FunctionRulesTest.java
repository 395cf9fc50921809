package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.Route;
import com.globalbooking.stack.engine.Policy;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.pulumi.aws.lambda.enums.Runtime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(90)
class FunctionRulesTest {

  private static final String FUNCTION = "aws:lambda/function:Function";
  private static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
  private static final String POLICY = "aws:iam/rolePolicy:RolePolicy";

  /** Actions that AWS does not let one narrow to a resource, each with the reason to grant it. */
  private static final Map<String, String> ACTIONS_WITHOUT_RESOURCE =
      Map.ofEntries(
          Map.entry("xray:PutTraceSegments", "X-Ray defines no resource for traces"),
          Map.entry("xray:PutTelemetryRecords", "X-Ray defines no resource for traces"),
          Map.entry("xray:GetSamplingRules", "X-Ray defines no resource for sampling"),
          Map.entry("xray:GetSamplingTargets", "X-Ray defines no resource for sampling"),
          Map.entry("dynamodb:ListStreams", "a list is of the account"),
          Map.entry("cloudwatch:DescribeAlarms", "else composite alarms are left out"),
          Map.entry("ec2:AssignPrivateIpAddresses", "Lambda's interfaces are not there yet"),
          Map.entry("ec2:CreateNetworkInterface", "Lambda's interfaces are not there yet"),
          Map.entry("ec2:DeleteNetworkInterface", "Lambda's interfaces are not there yet"),
          Map.entry("ec2:DescribeNetworkInterfaces", "descriptions are of the account"),
          Map.entry("ec2:DescribeSubnets", "descriptions are of the account"),
          Map.entry("ec2:UnassignPrivateIpAddresses", "Lambda's interfaces are not there yet"),
          Map.entry("logs:CreateLogDelivery", "deliveries of logs are of the account"),
          Map.entry("logs:DeleteLogDelivery", "deliveries of logs are of the account"),
          Map.entry("logs:DescribeLogGroups", "deliveries of logs are of the account"),
          Map.entry("logs:DescribeResourcePolicies", "deliveries of logs are of the account"),
          Map.entry("logs:GetLogDelivery", "deliveries of logs are of the account"),
          Map.entry("logs:ListLogDeliveries", "deliveries of logs are of the account"),
          Map.entry("logs:PutResourcePolicy", "deliveries of logs are of the account"),
          Map.entry("logs:UpdateLogDelivery", "deliveries of logs are of the account"));

  private static StackGraph graph = new StackGraph(List.of(), Map.of(), "not run yet");

  @BeforeAll
  static void deployPrimaryOfProduction() {
    graph = StackRun.of("prod-us-west-2").run().sound();
  }

  @Test
  void everyFunctionOfTheContractIsDeployed() {
    assertThat(graph.ofType(FUNCTION))
        .extracting(function -> function.text("name"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Function.values()).map(f -> "global-booking-prod-" + f.id()).toList());
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionGetsTheEnvironmentThatTheContractSaysItReads(Function function) {
    Set<String> expected = new TreeSet<>();
    function.environment().forEach(variable -> expected.add(variable.name()));

    JsonObject variables = deployed(function).input("environment.variables").getAsJsonObject();

    assertThat(variables.keySet()).isEqualTo(expected);
    // Without a PMS there is nothing to name.
    assertThat(variables.keySet())
        .filteredOn(variable -> !variable.equals("BOOKING_PMS_CONNECTIONS"))
        .noneMatch(variable -> variables.get(variable).getAsString().isBlank());
  }

  @Test
  void thePrimaryRegionComesFirstInTheEnvironment() {
    assertThat(deployed(Function.BOOKING_HANDLER).text("environment.variables.BOOKING_REGIONS"))
        .isEqualTo("us-west-2,eu-west-1,ap-southeast-1");
  }

  @Test
  void everyFunctionHasItsOwnRole() {
    Set<String> roles = new HashSet<>();
    graph.ofType(FUNCTION).forEach(function -> roles.add(function.text("role")));

    assertThat(roles).hasSameSizeAs(Function.values());
    assertThat(functionPolicies(graph)).hasSameSizeAs(Function.values());
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionHasALogGroupWithAnEndBeforeItRunsTheFirstTime(Function function) {
    Registered logGroup = graph.resource(LOG_GROUP, "functions-" + function.id() + "-logs");

    assertThat(logGroup.text("name")).isEqualTo("/aws/lambda/" + deployed(function).text("name"));
    assertThat(logGroup.input("retentionInDays").getAsInt()).isPositive();
    assertThat(deployed(function).dependencies()).contains(logGroup.urn());
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionRunsOnlyOnceItMayDoItsWork(Function function) {
    Registered policy = graph.resource(POLICY, "functions-" + function.id() + "-role-policy");

    assertThat(deployed(function).dependencies()).contains(policy.urn());
  }

  @Test
  void noPolicyHasAWildcardButOverOwnLogStreamsAndWhatHasNoResource() {
    for (Registered policy : graph.ofType(POLICY)) {
      for (JsonObject statement : Policy.statements(policy.text("policy"))) {
        assertThat(Policy.actions(statement)).noneMatch(action -> action.contains("*"));
        for (String resource : Policy.resources(statement)) {
          if (resource.equals("*")) {
            assertThat(ACTIONS_WITHOUT_RESOURCE).containsKeys(array(Policy.actions(statement)));
          } else {
            assertThat(withoutLogStreams(resource)).doesNotContain("*");
          }
        }
      }
    }
  }

  @Test
  void aFunctionCallsOnlyTheVersionOfItselfThatServesInTheOtherRegions() {
    List<String> callable =
        functionPolicies(graph).stream()
            .flatMap(policy -> Policy.statements(policy.text("policy")).stream())
            .filter(statement -> Policy.actions(statement).contains("lambda:InvokeFunction"))
            .flatMap(statement -> Policy.resources(statement).stream())
            .toList();

    assertThat(callable)
        .containsExactlyInAnyOrder(
            "arn:aws:lambda:eu-west-1:111122223333:function:global-booking-prod-booking-handler:live",
            "arn:aws:lambda:ap-southeast-1:111122223333:function:global-booking-prod-booking-handler:live",
            "arn:aws:lambda:eu-west-1:111122223333:function:global-booking-prod-inventory-loader:live",
            "arn:aws:lambda:ap-southeast-1:111122223333:function:global-booking-prod-inventory-loader:live");
  }

  /** Lambda connects a function to the network by its role; its code must not use that. */
  @Test
  void noCodeOfAFunctionMayMakeNetworkInterfaces() {
    for (Registered policy : functionPolicies(graph)) {
      List<JsonObject> statements = Policy.statements(policy.text("policy"));
      boolean connects =
          statements.stream()
              .anyMatch(it -> Policy.actions(it).contains("ec2:CreateNetworkInterface"));
      assertThat(statements.stream().filter(it -> it.get("Effect").getAsString().equals("Deny")))
          .as(policy.name())
          .hasSize(connects ? 1 : 0)
          .allMatch(it -> it.get("Condition").toString().contains("lambda:SourceFunctionArn"));
    }
  }

  @Test
  void aRegionBeatsInItsOwnNameOnly() {
    JsonObject beat =
        Policy.statements(
                graph.resource(POLICY, "functions-region-health-role-policy").text("policy"))
            .stream()
            .filter(it -> Policy.actions(it).contains("dynamodb:UpdateItem"))
            .findFirst()
            .orElseThrow();

    assertThat(Policy.resources(beat))
        .containsExactly(
            "arn:aws:dynamodb:us-west-2:111122223333:table/global-booking-prod-regions");
    assertThat(beat.get("Condition").toString())
        .isEqualTo("{\"ForAllValues:StringEquals\":{\"dynamodb:LeadingKeys\":[\"us-west-2\"]}}");
  }

  @Test
  void whereThereIsOneRegionNoFunctionMayCallAnother() {
    StackGraph alone =
        StackRun.of("test-us-west-2").with("regions", "[\"us-west-2\"]").run().sound();

    assertThat(functionPolicies(alone))
        .hasSameSizeAs(Function.values())
        .noneMatch(policy -> policy.text("policy").contains("lambda:InvokeFunction"));
  }

  @ParameterizedTest
  @EnumSource
  void aNewPackageIsDeployedBecauseTheFunctionNamesItsVersion(Function function) {
    Registered code =
        graph.resource(
            "aws:s3/bucketObjectv2:BucketObjectv2", "functions-" + function.id() + "-package");

    assertThat(deployed(function).text("s3ObjectVersion"))
        .isEqualTo("version-of-functions-" + function.id() + "-package");
    assertThat(deployed(function).text("s3Key")).isEqualTo(code.text("key"));
    assertThat(deployed(function).text("s3Bucket")).isEqualTo(code.text("bucket"));
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionIsTracedAndBounded(Function function) {
    assertThat(deployed(function).text("tracingConfig.mode")).isEqualTo("Active");
    assertThat(deployed(function).input("memorySize").getAsInt()).isBetween(128, 2048);
    assertThat(deployed(function).input("timeout").getAsInt()).isBetween(1, 300);
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionBehindTheApiIsTheFirstToGiveUp(Route route) {
    int httpApiWaitsSeconds = 30;

    assertThat(deployed(route.function()).input("timeout").getAsInt())
        .isLessThan(httpApiWaitsSeconds);
  }

  @Test
  void packagingAndArchitectureAndConcurrencyAreConfiguration() {
    StackGraph mixed =
        StackRun.of("test-us-west-2")
            .with("packaging", "jvm")
            .with("packagingOverrides", "{\"booking-handler\":\"native\"}")
            .with("architecture", "arm64")
            .with("reservedConcurrency", "{\"booking-handler\":7}")
            .run()
            .sound();

    Registered booking = mixed.resource(FUNCTION, "functions-booking-handler");
    Registered loader = mixed.resource(FUNCTION, "functions-inventory-loader");
    assertThat(source(mixed, "booking-handler")).contains("target/native/function.zip");
    assertThat(booking.input("reservedConcurrentExecutions").getAsInt()).isEqualTo(7);
    assertThat(source(mixed, "inventory-loader")).contains("inventory-loader/target/function.zip");
    assertThat(loader.input("reservedConcurrentExecutions")).isEqualTo(JsonNull.INSTANCE);
    assertThat(loader.texts("architectures")).containsExactly("arm64");
  }

  /** The pinned provider refuses what it does not know, java25 for one. */
  @Test
  void everyRuntimeIsOneThatThePinnedProviderKnows() {
    Set<String> known =
        Arrays.stream(Runtime.values()).map(Runtime::getValue).collect(Collectors.toSet());

    assertThat(graph.ofType(FUNCTION))
        .allMatch(function -> known.contains(function.text("runtime")))
        .allMatch(function -> function.text("handler").equals("bootstrap"));
  }

  private static String source(StackGraph graph, String function) {
    return graph
        .resource("aws:s3/bucketObjectv2:BucketObjectv2", "functions-" + function + "-package")
        .input("source")
        .toString();
  }

  private static List<Registered> functionPolicies(StackGraph graph) {
    return graph.ofType(POLICY).stream()
        .filter(policy -> policy.name().startsWith("functions-"))
        .toList();
  }

  private static Registered deployed(Function function) {
    return graph.resource(FUNCTION, "functions-" + function.id());
  }

  private static String withoutLogStreams(String resource) {
    return resource.startsWith("arn:aws:logs:") && resource.endsWith(":*")
        ? resource.substring(0, resource.length() - 2)
        : resource;
  }

  private static String[] array(List<String> texts) {
    return texts.toArray(String[]::new);
  }
}
