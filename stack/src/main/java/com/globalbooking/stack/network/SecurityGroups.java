package com.globalbooking.stack.network;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A group for each function in the VPC and for each thing there that they call. Rules name groups,
 * not addresses: a function reaches what it calls, on its port, and nothing reaches a function.
 */
final class SecurityGroups extends ComponentResource {

  /**
   * @param tablesPrefixListId addresses of DynamoDB, of its gateway endpoint
   * @param wayOut whether the internet can be called at all
   */
  record Args(
      Names names, Output<String> vpcId, Output<String> tablesPrefixListId, boolean wayOut) {}

  private static final String TYPE = "global-booking:network:SecurityGroups";

  /** What is called inside the VPC and so has a group of its own. */
  private static final List<Destination> INSIDE =
      List.of(Destination.CACHE, Destination.DATABASE, Destination.ENDPOINTS);

  private final String name;
  private final Args args;
  private final CustomResourceOptions child;
  private final Map<Destination, SecurityGroup> called = new EnumMap<>(Destination.class);
  private final Map<Function, SecurityGroup> callers = new EnumMap<>(Function.class);

  SecurityGroups(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.args = args;
    this.child = CustomResourceOptions.builder().parent(this).build();

    INSIDE.forEach(
        destination -> called.put(destination, group(lowerCase(destination), "is called")));
    for (Function function : Destination.insiders(args.wayOut())) {
      SecurityGroup caller = group(function.id(), "calls");
      callers.put(function, caller);
      Destination.of(function).stream()
          .filter(destination -> destination != Destination.INTERNET || args.wayOut())
          .forEach(destination -> connect(function, caller, destination));
    }
    registerOutputs(Map.of());
  }

  /** The group of something that is called. */
  Output<String> of(Destination destination) {
    return Objects.requireNonNull(called.get(destination)).id();
  }

  /** Where functions stand: only those that call the internet stand where it can be called from. */
  Map<Function, Placement> placements(Subnets subnets) {
    Map<Function, Placement> placements = new EnumMap<>(Function.class);
    callers.forEach(
        (function, group) ->
            placements.put(
                function,
                new Placement(
                    args.wayOut() && Destination.INTERNET.isCalledBy(function)
                        ? subnets.egress
                        : subnets.isolated,
                    group.id())));
    return Map.copyOf(placements);
  }

  private SecurityGroup group(String part, String role) {
    String physicalName = args.names().of(part);
    return new SecurityGroup(
        name + "-" + part,
        SecurityGroupArgs.builder()
            .vpcId(args.vpcId())
            .name(physicalName)
            .description(physicalName + " " + role)
            .tags(args.names().tags(physicalName))
            .build(),
        child);
  }

  private void connect(Function function, SecurityGroup caller, Destination destination) {
    String rule = name + "-" + function.id() + "-to-" + lowerCase(destination);
    SecurityGroupEgressRuleArgs.Builder out =
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(caller.id())
            .ipProtocol("tcp")
            .fromPort(destination.port())
            .toPort(destination.port());
    switch (destination) {
      case CACHE, DATABASE, ENDPOINTS -> {
        out.referencedSecurityGroupId(of(destination));
        letIn(rule, caller, destination);
      }
      case TABLES -> out.prefixListId(args.tablesPrefixListId());
      case INTERNET -> out.cidrIpv4("0.0.0.0/0");
    }
    new SecurityGroupEgressRule(rule, out.build(), child);
  }

  private void letIn(String rule, SecurityGroup caller, Destination destination) {
    new SecurityGroupIngressRule(
        rule,
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(of(destination))
            .referencedSecurityGroupId(caller.id())
            .ipProtocol("tcp")
            .fromPort(destination.port())
            .toPort(destination.port())
            .build(),
        child);
  }

  private static String lowerCase(Destination destination) {
    return destination.name().toLowerCase(Locale.ROOT);
  }
}
