package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code aws:ec2/*} and {@code aws:vpc/*}: known, and without effect, as all local functions and
 * engines meet on the loopback interface. Which of them could reach which in AWS is a matter for
 * the stack's own tests.
 */
final class NetworkResources {
  private static final String REASON = "functions and engines meet on the loopback interface";

  private NetworkResources() {}

  /** Type token to the beginning of the ids that AWS gives to it. */
  private static final Map<String, String> ID_PREFIXES =
      Map.ofEntries(
          Map.entry("aws:ec2/vpc:Vpc", "vpc-"),
          Map.entry("aws:ec2/subnet:Subnet", "subnet-"),
          Map.entry("aws:ec2/internetGateway:InternetGateway", "igw-"),
          Map.entry("aws:ec2/eip:Eip", "eipalloc-"),
          Map.entry("aws:ec2/natGateway:NatGateway", "nat-"),
          Map.entry("aws:ec2/routeTable:RouteTable", "rtb-"),
          Map.entry("aws:ec2/route:Route", "r-"),
          Map.entry("aws:ec2/routeTableAssociation:RouteTableAssociation", "rtbassoc-"),
          Map.entry("aws:ec2/vpcEndpoint:VpcEndpoint", "vpce-"),
          Map.entry("aws:ec2/securityGroup:SecurityGroup", "sg-"),
          Map.entry("aws:ec2/securityGroupRule:SecurityGroupRule", "sgrule-"),
          Map.entry("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "sg-"),
          Map.entry("aws:ec2/defaultRouteTable:DefaultRouteTable", "rtb-"),
          Map.entry("aws:ec2/flowLog:FlowLog", "fl-"),
          Map.entry("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "sgr-"),
          Map.entry("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "sgr-"));

  static Map<String, ResourceHandler> in(RegionContext context) {
    Map<String, ResourceHandler> handlers = new LinkedHashMap<>();
    ID_PREFIXES.forEach(
        (type, prefix) ->
            handlers.put(
                type,
                new InertResource(
                    REASON,
                    resource -> prefix + ResourceNames.idOf(resource),
                    resource -> computed(context, prefix, resource))));
    return handlers;
  }

  private static Fields computed(RegionContext context, String prefix, Resource resource) {
    String id = prefix + ResourceNames.idOf(resource);
    Map<String, Object> computed = new LinkedHashMap<>();
    computed.put("arn", context.arn("ec2", resource.type().replaceAll(".*:", "") + "/" + id));
    switch (resource.type()) {
      case "aws:ec2/vpc:Vpc" -> {
        computed.put("mainRouteTableId", "rtb-" + ResourceNames.idOf(resource));
        computed.put("defaultRouteTableId", "rtb-" + ResourceNames.idOf(resource));
        computed.put("defaultSecurityGroupId", "sg-" + ResourceNames.idOf(resource));
      }
      case "aws:ec2/vpcEndpoint:VpcEndpoint" ->
          computed.put("prefixListId", "pl-" + ResourceNames.idOf(resource));
      case "aws:ec2/eip:Eip" -> computed.put("allocationId", id);
      case "aws:ec2/securityGroup:SecurityGroup" ->
          computed.put("name", ResourceNames.nameOf(resource));
      default -> {
        // Nothing else is computed that a program could rely on.
      }
    }
    return PropertyValue.fields(computed);
  }
}
