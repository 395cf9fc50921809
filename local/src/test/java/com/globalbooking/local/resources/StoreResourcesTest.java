package com.globalbooking.local.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.Treatment;
import com.globalbooking.local.functions.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreResourcesTest {
  private @TempDir Path root;
  private RegionFixture region;

  @BeforeEach
  void start() {
    region = new RegionFixture(root, Map.of());
  }

  @AfterEach
  void stop() {
    region.close();
  }

  @Test
  void anInvocationRunsTheFunctionOnceWithItsInput() throws Exception {
    region.invoked =
        (name, payload) ->
            new InvocationResult.Succeeded(
                bytes(name + " got " + new String(payload, StandardCharsets.UTF_8)));

    var created = region.create(LambdaInvocation.TYPE, "migrate", invocation());

    assertThat(new Inputs(created.computed()).string("result")).isEqualTo("migrator got {\"a\":1}");
  }

  @Test
  void anInvocationThatFailsFailsTheDeployment() {
    region.invoked =
        (name, payload) ->
            new InvocationResult.Failed("java.sql.SQLException", bytes("{\"errorMessage\":\"x\"}"));
    assertThatThrownBy(() -> region.create(LambdaInvocation.TYPE, "migrate", invocation()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("migrator")
        .hasMessageContaining("SQLException")
        .hasMessageContaining("errorMessage");

    region.invoked = (name, payload) -> new InvocationResult.TimedOut();
    assertThatThrownBy(() -> region.create(LambdaInvocation.TYPE, "migrate", invocation()))
        .hasMessageContaining("in time");
  }

  @Test
  void aPreviewInvokesNothing() {
    region.invoked =
        (name, payload) -> {
          throw new AssertionError("invoked");
        };
    var handler = region.handler(LambdaInvocation.TYPE);

    assertThat(
            handler
                .preview(RegionFixture.resource(LambdaInvocation.TYPE, "migrate", invocation()))
                .values())
        .isEmpty();
  }

  @Test
  void aSecretHasNoValueUntilAVersionIsMade() throws Exception {
    var secret = region.create(SecretsManagerSecret.TYPE, "s", Map.of("name", "audit-writer"));
    String arn = new Inputs(secret.computed()).string("arn");

    assertThat(arn)
        .matches("arn:aws:secretsmanager:us-west-2:000000000000:secret:audit-writer-[0-9a-f]{6}");
    assertThat(region.secrets.value(arn)).isEmpty();

    region.create(
        SecretsManagerSecretVersion.TYPE, "v", Map.of("secretId", arn, "secretString", "x"));
    assertThat(region.secrets.value(arn)).contains("x");
    assertThatThrownBy(
            () -> region.create(SecretsManagerSecret.TYPE, "t", Map.of("name", "audit-writer")))
        .hasMessageContaining("ResourceExistsException");
  }

  @Test
  void aGatewayEndpointHasAPrefixList() throws Exception {
    var endpoint =
        region.create("aws:ec2/vpcEndpoint:VpcEndpoint", "dynamodb", Map.of("vpcId", "vpc-1"));
    assertThat(new Inputs(endpoint.computed()).string("prefixListId")).startsWith("pl-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws:ec2/vpc:Vpc",
        "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
        "aws:ec2/subnet:Subnet",
        "aws:ec2/internetGateway:InternetGateway",
        "aws:ec2/eip:Eip",
        "aws:ec2/natGateway:NatGateway",
        "aws:ec2/routeTable:RouteTable",
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        "aws:ec2/vpcEndpoint:VpcEndpoint",
        "aws:ec2/securityGroup:SecurityGroup",
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
        "aws:kms/key:Key",
        "aws:elasticache/subnetGroup:SubnetGroup",
        "aws:elasticache/parameterGroup:ParameterGroup",
        "aws:rds/subnetGroup:SubnetGroup",
        "aws:rds/clusterParameterGroup:ClusterParameterGroup"
      })
  void whatHasNoEffectLocallyIsInertAndHasAnIdOfItsOwn(String type) throws Exception {
    var one = region.create(type, "one", Map.of());
    var two = region.create(type, "two", Map.of());

    assertThat(region.handler(type).treatment()).isEqualTo(Treatment.INERT);
    assertThat(one.id()).isNotEqualTo(two.id());
    assertThat(region.create(type, "one", Map.of()).id()).isEqualTo(one.id());
  }

  @Test
  void aRegionHasThreeZones() {
    var zones =
        new AwsFunctions(region.context)
            .invoke(
                "aws:index/getAvailabilityZones:getAvailabilityZones",
                new Inputs(PropertyValue.fields(Map.of("state", "available"))));

    assertThat(new Inputs(zones.orElseThrow()).strings("names"))
        .isEqualTo(List.of("us-west-2a", "us-west-2b", "us-west-2c"));
  }

  private static Map<String, ?> invocation() {
    return Map.of("functionName", "migrator", "input", "{\"a\":1}", "triggers", Map.of("p", "1"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
