package com.globalbooking.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.contract.Function;
import com.globalbooking.contract.StackOutput;
import com.globalbooking.stack.engine.Policy;
import com.globalbooking.stack.engine.Registered;
import com.globalbooking.stack.engine.StackGraph;
import com.globalbooking.stack.engine.StackRun;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(90)
class NetworkRulesTest {

  private static final String ROUTES = "aws:ec2/routeTable:RouteTable";
  private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
  private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

  /** Services that a function calls over the network, to what its security group must let out. */
  private static final Map<String, String> WAYS =
      Map.of(
          "dynamodb", "pl-network-dynamodb",
          "elasticache", "network-groups-cache-id",
          "secretsmanager", "network-groups-endpoints-id",
          "sqs", "network-groups-endpoints-id");

  /** What Lambda does in the name of a function, over its own network. */
  private static final Set<String> DONE_BY_LAMBDA =
      Set.of(
          "ec2",
          "logs",
          "xray",
          "dynamodb:DescribeStream",
          "dynamodb:GetRecords",
          "dynamodb:GetShardIterator",
          "dynamodb:ListStreams",
          "sqs:ReceiveMessage",
          "sqs:DeleteMessage",
          "sqs:GetQueueAttributes");

  private static final Set<Function> CALL_HOTELS =
      Set.of(Function.PMS_SYNC_WORKER, Function.RECONCILIATION_CHECKER);

  private static StackGraph graph = new StackGraph(List.of(), Map.of(), "not run yet");

  @BeforeAll
  static void deployPrimaryOfProduction() {
    graph = StackRun.of("prod-us-west-2").run().sound();
  }

  @Test
  void eachKindOfSubnetIsInThreeZones() {
    for (String kind : List.of("isolated", "egress", "public")) {
      assertThat(subnets(kind))
          .extracting(subnet -> subnet.text("availabilityZone"))
          .containsExactly("us-west-2a", "us-west-2b", "us-west-2c");
    }
    assertThat(graph.ofType("aws:ec2/subnet:Subnet"))
        .extracting(subnet -> subnet.text("cidrBlock"))
        .doesNotHaveDuplicates();
  }

  @Test
  void nothingLeavesAnIsolatedSubnetButByEndpoints() {
    assertThat(graph.resource(ROUTES, "network-subnets-isolated-routes").objects("routes"))
        .isEmpty();
  }

  @Test
  void eachZoneHasItsOwnWayOut() {
    for (int zone = 1; zone <= 3; zone++) {
      assertThat(
              graph
                  .resource(ROUTES, "network-subnets-egress-%d-routes".formatted(zone))
                  .objects("routes"))
          .singleElement()
          .extracting(route -> route.get("natGatewayId").getAsString())
          .isEqualTo("network-subnets-nat-%d-id".formatted(zone));
      assertThat(
              graph
                  .resource(
                      "aws:ec2/natGateway:NatGateway", "network-subnets-nat-%d".formatted(zone))
                  .text("subnetId"))
          .isEqualTo("network-subnets-public-%d-id".formatted(zone));
    }
  }

  @Test
  void theFunctionsThatCallCacheDatabaseOrHotelsStandInTheNetworkAndNoOthers() {
    assertThat(inNetwork())
        .containsExactlyInAnyOrder(
            Function.AVAILABILITY_READER,
            Function.CACHE_UPDATER,
            Function.AUDIT_WRITER,
            Function.AUDIT_MIGRATOR,
            Function.PMS_SYNC_WORKER,
            Function.RECONCILIATION_CHECKER);
  }

  @Test
  void onlyThoseWhoCallHotelsStandWhereTheInternetCanBeCalled() {
    for (Function function : inNetwork()) {
      String kind = CALL_HOTELS.contains(function) ? "egress" : "isolated";
      assertThat(graph.deployed(function).texts("vpcConfig.subnetIds"))
          .as(function.id())
          .containsExactlyElementsOf(
              subnets(kind).stream().map(subnet -> subnet.name() + "-id").toList());
    }
    assertThat(
            graph.ofType(EGRESS).stream()
                .filter(rule -> rule.inputs().has("cidrIpv4"))
                .map(Registered::name))
        .containsExactlyInAnyOrder(
            "network-groups-pms-sync-worker-to-internet",
            "network-groups-reconciliation-checker-to-internet");
  }

  /** For the allow lists of their systems. */
  @Test
  void hotelsSeeFewAddressesAndAlwaysTheSame() {
    assertThat(graph.output(StackOutput.EGRESS_ADDRESSES))
        .contains(List.of("203.0.113.1", "203.0.113.2", "203.0.113.3"));
  }

  @Test
  void oneGatewayServesAllZonesWhereThereIsOneOnly() {
    StackGraph cheap = StackRun.of("test-us-west-2").with("natGateways", "1").run().sound();

    assertThat(cheap.ofType("aws:ec2/natGateway:NatGateway")).hasSize(1);
    assertThat(cheap.ofType("aws:ec2/routeTable:RouteTable"))
        .filteredOn(table -> table.name().contains("egress"))
        .hasSize(3)
        .allMatch(table -> table.input("routes").toString().contains("network-subnets-nat-1-id"));
  }

  @Test
  void whereThereIsNoWayOutNothingLeavesAndWhoCallsHotelsStandsOutside() {
    StackGraph closed = StackRun.of("test-us-west-2").with("natGateways", "0").run().sound();

    assertThat(closed.ofType("aws:ec2/internetGateway:InternetGateway")).isEmpty();
    assertThat(closed.ofType(EGRESS)).noneMatch(rule -> rule.inputs().has("cidrIpv4"));
    assertThat(closed.deployed(Function.PMS_SYNC_WORKER).inputs().has("vpcConfig")).isFalse();
    assertThat(closed.output(StackOutput.EGRESS_ADDRESSES)).contains(List.of());
  }

  /** Credentials of another account, whoever brought them here, do not get out that way. */
  @Test
  void endpointsServePrincipalsOfTheAccountOnly() {
    assertThat(graph.ofType("aws:ec2/vpcEndpoint:VpcEndpoint"))
        .hasSize(4)
        .allMatch(
            endpoint ->
                endpoint
                    .text("policy")
                    .contains("\"StringEquals\":{\"aws:PrincipalAccount\":\"111122223333\"}"));
  }

  @Test
  void productionRecordsTheConnectionsThatTheNetworkRefuses() {
    assertThat(graph.ofType("aws:ec2/flowLog:FlowLog"))
        .singleElement()
        .matches(log -> log.text("trafficType").equals("REJECT"));
    assertThat(StackRun.of("test-us-west-2").run().sound().ofType("aws:ec2/flowLog:FlowLog"))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionInTheNetworkReachesWhatItMayCallAndNothingElse(Function function) {
    if (!inNetwork().contains(function)) {
      return;
    }
    Set<String> needed = new TreeSet<>();
    for (String action : actions(function)) {
      String service = action.substring(0, action.indexOf(':'));
      if (!DONE_BY_LAMBDA.contains(service) && !DONE_BY_LAMBDA.contains(action)) {
        assertThat(WAYS).as("an endpoint for %s of %s", action, function.id()).containsKey(service);
        needed.add(WAYS.getOrDefault(service, ""));
      }
    }
    if (function.id().startsWith("audit-") || function == Function.RECONCILIATION_CHECKER) {
      needed.add("network-groups-database-id");
    }
    if (CALL_HOTELS.contains(function)) {
      needed.add("0.0.0.0/0");
    }

    assertThat(waysOut(function)).isEqualTo(needed);
  }

  @Test
  void whatIsCalledLetsInItsCallersByTheirGroupsOnOnePort() {
    assertThat(graph.ofType(INGRESS))
        .isNotEmpty()
        .allMatch(rule -> rule.inputs().has("referencedSecurityGroupId"))
        .noneMatch(rule -> rule.inputs().has("cidrIpv4"))
        .allMatch(rule -> rule.input("fromPort").equals(rule.input("toPort")))
        .extracting(rule -> rule.text("securityGroupId"))
        .containsOnly(
            "network-groups-cache-id", "network-groups-database-id", "network-groups-endpoints-id");
  }

  @Test
  void theGroupThatIsTakenWhenNoneIsNamedHasNoRules() {
    Registered group =
        graph.resource(
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "network-default-group");

    assertThat(group.inputs().keySet()).containsExactlyInAnyOrder("vpcId", "tags");
  }

  @Test
  void thereAreEndpointsForWhatFunctionsInTheNetworkCall() {
    assertThat(graph.ofType(ENDPOINT))
        .extracting(
            endpoint ->
                endpoint.text("vpcEndpointType")
                    + " "
                    + endpoint.text("serviceName").replace("com.amazonaws.us-west-2.", ""))
        .containsExactlyInAnyOrder(
            "Gateway dynamodb", "Gateway s3", "Interface secretsmanager", "Interface sqs");
    assertThat(graph.ofType(ENDPOINT).stream().filter(it -> it.inputs().has("subnetIds")))
        .hasSize(2)
        .allMatch(endpoint -> endpoint.input("privateDnsEnabled").getAsBoolean())
        .allMatch(endpoint -> endpoint.texts("subnetIds").size() == 3);
  }

  @Test
  void theAddressesAreConfiguration() {
    assertThat(
            StackRun.of("test-us-west-2")
                .with("vpcCidr", "10.7.0.0/16")
                .run()
                .sound()
                .ofType("aws:ec2/subnet:Subnet"))
        .allMatch(subnet -> subnet.text("cidrBlock").startsWith("10.7."));
  }

  private static List<Registered> subnets(String kind) {
    return graph.ofType("aws:ec2/subnet:Subnet").stream()
        .filter(subnet -> subnet.name().startsWith("network-subnets-" + kind))
        .toList();
  }

  private static Set<Function> inNetwork() {
    Set<Function> inside = EnumSet.noneOf(Function.class);
    Arrays.stream(Function.values())
        .filter(function -> graph.deployed(function).inputs().has("vpcConfig"))
        .forEach(inside::add);
    return inside;
  }

  private static List<String> actions(Function function) {
    return Policy.statements(
            graph
                .resource(
                    "aws:iam/rolePolicy:RolePolicy", "functions-" + function.id() + "-role-policy")
                .text("policy"))
        .stream()
        .flatMap(statement -> Policy.actions(statement).stream())
        .toList();
  }

  private static Set<String> waysOut(Function function) {
    String group = graph.deployed(function).texts("vpcConfig.securityGroupIds").getFirst();
    Set<String> ways = new TreeSet<>();
    for (Registered rule : graph.ofType(EGRESS)) {
      if (rule.text("securityGroupId").equals(group)) {
        List.of("referencedSecurityGroupId", "prefixListId", "cidrIpv4").stream()
            .filter(key -> rule.inputs().has(key))
            .forEach(key -> ways.add(rule.text(key)));
      }
    }
    return ways;
  }
}
