package com.globalbooking.stack.network;

import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.inputs.RouteTableRouteArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Subnets in each zone: isolated ones, from which nothing leaves but by endpoints, and where there
 * is a way out egress ones, which call the internet through a NAT gateway: that of their zone, so
 * that no zone needs another, or the only one.
 */
final class Subnets extends ComponentResource {

  record Args(Names names, NetworkSettings settings, Zones zones, Output<String> vpcId) {}

  private static final String TYPE = "global-booking:network:Subnets";

  private static final String EVERYWHERE = "0.0.0.0/0";

  final Output<List<String>> isolated;
  final Output<List<String>> egress;

  /** Tables that gateway endpoints put their routes into. */
  final Output<List<String>> routeTableIds;

  /** Public addresses that calls to the internet come from. */
  final Output<List<String>> egressAddresses;

  private final String name;
  private final Args args;
  private final CustomResourceOptions child;
  private final List<Output<String>> routeTables = new ArrayList<>();
  private final List<Output<String>> addresses = new ArrayList<>();

  Subnets(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.args = args;
    this.child = CustomResourceOptions.builder().parent(this).build();

    RouteTable inside = routeTable("isolated", List.of());
    routeTables.add(inside.id());
    List<Output<String>> isolatedIds = new ArrayList<>();
    for (int zone = 0; zone < args.zones().count(); zone++) {
      String part = "isolated-" + (zone + 1);
      Output<String> id = subnet(part, zone, args.settings().addresses().isolated(zone));
      associate(part, id, inside);
      isolatedIds.add(id);
    }

    isolated = Output.all(isolatedIds);
    egress = Output.all(args.settings().hasWayOut() ? egressIds() : List.of());
    routeTableIds = Output.all(routeTables);
    egressAddresses = Output.all(addresses);
    registerOutputs(Map.of("isolated", isolated, "egress", egress));
  }

  private List<Output<String>> egressIds() {
    RouteTable outside = routeTable("public", List.of(byGateway()));
    List<NatGateway> gateways = new ArrayList<>();
    for (int zone = 0; zone < args.settings().natGateways(); zone++) {
      String part = "public-" + (zone + 1);
      Output<String> publicId = subnet(part, zone, args.settings().addresses().reachable(zone));
      associate(part, publicId, outside);
      gateways.add(nat("-" + (zone + 1), publicId, outside));
    }
    List<Output<String>> ids = new ArrayList<>();
    for (int zone = 0; zone < args.zones().count(); zone++) {
      String part = "egress-" + (zone + 1);
      NatGateway gateway = gateways.get(Math.min(zone, gateways.size() - 1));
      RouteTable byNat =
          routeTable(
              part,
              List.of(
                  RouteTableRouteArgs.builder()
                      .cidrBlock(EVERYWHERE)
                      .natGatewayId(gateway.id())
                      .build()));
      routeTables.add(byNat.id());
      Output<String> id = subnet(part, zone, args.settings().addresses().egress(zone));
      associate(part, id, byNat);
      ids.add(id);
    }
    return ids;
  }

  private Output<String> subnet(String part, int zone, String addresses) {
    return new Subnet(
            name + "-" + part,
            SubnetArgs.builder()
                .vpcId(args.vpcId())
                .cidrBlock(addresses)
                .availabilityZone(args.zones().name(zone))
                .tags(args.names().tags(args.names().of(part)))
                .build(),
            child)
        .id();
  }

  private RouteTable routeTable(String part, List<RouteTableRouteArgs> routes) {
    return new RouteTable(
        name + "-" + part + "-routes",
        RouteTableArgs.builder()
            .vpcId(args.vpcId())
            .routes(routes)
            .tags(args.names().tags(args.names().of(part)))
            .build(),
        child);
  }

  private void associate(String part, Output<String> subnetId, RouteTable table) {
    new RouteTableAssociation(
        name + "-" + part + "-association",
        RouteTableAssociationArgs.builder().subnetId(subnetId).routeTableId(table.id()).build(),
        child);
  }

  private RouteTableRouteArgs byGateway() {
    var gateway =
        new InternetGateway(
            name + "-internet",
            InternetGatewayArgs.builder()
                .vpcId(args.vpcId())
                .tags(args.names().tags(args.names().of("internet")))
                .build(),
            child);
    return RouteTableRouteArgs.builder().cidrBlock(EVERYWHERE).gatewayId(gateway.id()).build();
  }

  private NatGateway nat(String number, Output<String> publicId, RouteTable outside) {
    var address =
        new Eip(
            name + "-nat" + number + "-address",
            EipArgs.builder()
                .domain("vpc")
                .tags(args.names().tags(args.names().of("nat" + number)))
                .build(),
            child);
    addresses.add(address.publicIp());
    return new NatGateway(
        name + "-nat" + number,
        NatGatewayArgs.builder()
            .subnetId(publicId)
            .allocationId(address.id())
            .tags(args.names().tags(args.names().of("nat" + number)))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(outside).build());
  }
}
