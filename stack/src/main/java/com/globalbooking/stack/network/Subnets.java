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
 * Subnets in each zone: isolated ones, from which nothing leaves but by endpoints, and egress ones,
 * which call the internet through a NAT gateway of their zone, so that no zone needs another.
 */
final class Subnets extends ComponentResource {

  record Args(Names names, AddressRange addresses, Zones zones, Output<String> vpcId) {}

  private static final String TYPE = "global-booking:network:Subnets";

  private static final String EVERYWHERE = "0.0.0.0/0";

  final Output<List<String>> isolated;
  final Output<List<String>> egress;

  /** Tables that gateway endpoints put their routes into. */
  final Output<List<String>> routeTableIds;

  private final String name;
  private final Args args;
  private final CustomResourceOptions child;

  Subnets(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.args = args;
    this.child = CustomResourceOptions.builder().parent(this).build();

    List<Output<String>> isolatedIds = new ArrayList<>();
    List<Output<String>> egressIds = new ArrayList<>();
    List<Output<String>> tableIds = new ArrayList<>();
    RouteTable inside = routeTable("isolated", List.of());
    tableIds.add(inside.id());
    RouteTable outside = routeTable("public", List.of(byGateway()));
    for (int zone = 0; zone < Zones.COUNT; zone++) {
      String number = "-" + (zone + 1);
      Output<String> isolatedId =
          subnet("isolated" + number, zone, args.addresses().isolated(zone));
      associate("isolated" + number, isolatedId, inside);
      isolatedIds.add(isolatedId);

      Output<String> publicId = subnet("public" + number, zone, args.addresses().reachable(zone));
      associate("public" + number, publicId, outside);
      RouteTable byNat = routeTable("egress" + number, List.of(byNat(number, publicId, outside)));
      tableIds.add(byNat.id());
      Output<String> egressId = subnet("egress" + number, zone, args.addresses().egress(zone));
      associate("egress" + number, egressId, byNat);
      egressIds.add(egressId);
    }

    isolated = Output.all(isolatedIds);
    egress = Output.all(egressIds);
    routeTableIds = Output.all(tableIds);
    registerOutputs(Map.of("isolated", isolated, "egress", egress));
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

  private RouteTableRouteArgs byNat(String number, Output<String> publicId, RouteTable outside) {
    var address =
        new Eip(
            name + "-nat" + number + "-address",
            EipArgs.builder()
                .domain("vpc")
                .tags(args.names().tags(args.names().of("nat" + number)))
                .build(),
            child);
    var nat =
        new NatGateway(
            name + "-nat" + number,
            NatGatewayArgs.builder()
                .subnetId(publicId)
                .allocationId(address.id())
                .tags(args.names().tags(args.names().of("nat" + number)))
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(outside).build());
    return RouteTableRouteArgs.builder().cidrBlock(EVERYWHERE).natGatewayId(nat.id()).build();
  }
}
