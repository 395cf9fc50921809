package com.globalbooking.stack.network;

import com.globalbooking.contract.Function;
import com.globalbooking.stack.naming.Account;
import com.globalbooking.stack.naming.Names;
import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * The VPC of a Region. In it stand the cache, the audit database and the functions that call them;
 * everything else of the Region needs no network of ours.
 */
public final class Network extends ComponentResource {

  /**
   * @param account whose principals may use the endpoints
   * @param logRetentionDays how long connections are kept on record, in days
   */
  public record Args(
      Names names, Account account, NetworkSettings settings, Zones zones, int logRetentionDays) {}

  private static final String TYPE = "global-booking:network:Network";

  /** Services that functions in the VPC call over an endpoint; DynamoDB has a gateway. */
  private static final List<String> INTERFACE_SERVICES = List.of("secretsmanager", "sqs");

  /** Where each function that must stand in the VPC stands. */
  public final Map<Function, Placement> functions;

  /** Where the cache stands. */
  public final Placement cache;

  /** Where the database stands. */
  public final Placement database;

  /** Id of the VPC. */
  public final Output<String> vpcId;

  /** Ids of the subnets that nothing leaves but by endpoints. */
  public final Output<List<String>> isolatedSubnetIds;

  /** Public addresses that calls to hotels and other Regions come from. */
  public final Output<List<String>> egressAddresses;

  private final String name;
  private final Args args;
  private final CustomResourceOptions child;

  /** Registers the network. */
  public Network(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.args = args;
    this.child = CustomResourceOptions.builder().parent(this).build();
    ComponentResourceOptions part = ComponentResourceOptions.builder().parent(this).build();

    vpcId = vpc();
    var subnets =
        new Subnets(
            name + "-subnets",
            new Subnets.Args(args.names(), args.settings(), args.zones(), vpcId),
            part);
    gateway("s3", subnets);
    var groups =
        new SecurityGroups(
            name + "-groups",
            new SecurityGroups.Args(
                args.names(),
                vpcId,
                gateway("dynamodb", subnets).prefixListId(),
                args.settings().hasWayOut()),
            part);
    INTERFACE_SERVICES.forEach(service -> endpoint(service, subnets, groups));
    if (args.settings().flowLogs()) {
      new FlowLogs(
          name + "-flow-logs",
          new FlowLogs.Args(args.names(), args.account(), vpcId, args.logRetentionDays()),
          part);
    }

    cache = new Placement(subnets.isolated, groups.of(Destination.CACHE));
    database = new Placement(subnets.isolated, groups.of(Destination.DATABASE));
    functions = groups.placements(subnets);
    isolatedSubnetIds = subnets.isolated;
    egressAddresses = subnets.egressAddresses;
    registerOutputs(Map.of("vpcId", vpcId));
  }

  private Output<String> vpc() {
    String physicalName = args.names().prefix();
    var vpc =
        new Vpc(
            name + "-vpc",
            VpcArgs.builder()
                .cidrBlock(args.settings().addresses().value())
                .enableDnsSupport(true)
                // Endpoints take over the services' own names, which needs both.
                .enableDnsHostnames(true)
                .tags(args.names().tags(physicalName))
                .build(),
            child);
    // Without rules: what forgets to name its group reaches nothing.
    new DefaultSecurityGroup(
        name + "-default-group",
        DefaultSecurityGroupArgs.builder()
            .vpcId(vpc.id())
            .tags(args.names().tags(args.names().of("default")))
            .build(),
        child);
    return vpc.id();
  }

  private VpcEndpoint gateway(String service, Subnets subnets) {
    return new VpcEndpoint(
        name + "-" + service,
        VpcEndpointArgs.builder()
            .vpcId(vpcId)
            .serviceName(serviceName(service))
            .vpcEndpointType("Gateway")
            .routeTableIds(subnets.routeTableIds)
            .policy(ownPrincipalsOnly())
            .tags(args.names().tags(args.names().of(service)))
            .build(),
        child);
  }

  private void endpoint(String service, Subnets subnets, SecurityGroups groups) {
    new VpcEndpoint(
        name + "-" + service,
        VpcEndpointArgs.builder()
            .vpcId(vpcId)
            .serviceName(serviceName(service))
            .vpcEndpointType("Interface")
            .privateDnsEnabled(true)
            .subnetIds(subnets.isolated)
            .securityGroupIds(groups.of(Destination.ENDPOINTS).applyValue(List::of))
            .policy(ownPrincipalsOnly())
            .tags(args.names().tags(args.names().of(service)))
            .build(),
        child);
  }

  private String serviceName(String service) {
    return "com.amazonaws.%s.%s".formatted(args.names().region(), service);
  }

  /** Credentials of another account, whoever brought them here, do not get out by an endpoint. */
  private Output<String> ownPrincipalsOnly() {
    return args.account()
        .id()
        .applyValue(
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"OwnPrincipalsOnly","Effect":"Allow",\
            "Principal":"*","Action":"*","Resource":"*",\
            "Condition":{"StringEquals":{"aws:PrincipalAccount":"%s"}}}]}\
            """
                ::formatted);
  }
}
