package com.globalbooking.stack.availability;

import com.globalbooking.stack.functions.FunctionCache;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.network.Placement;
import com.pulumi.aws.elasticache.ParameterGroup;
import com.pulumi.aws.elasticache.ParameterGroupArgs;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import com.pulumi.aws.elasticache.SubnetGroup;
import com.pulumi.aws.elasticache.SubnetGroupArgs;
import com.pulumi.aws.elasticache.inputs.ParameterGroupParameterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Redis in cluster mode: three shards, each with a replica in another zone, TLS only, no password.
 * Nothing is kept that DynamoDB does not have, so there are no snapshots.
 */
public final class Cache extends ComponentResource {

  /** What the cache is named after, where it stands and how large its nodes are. */
  public record Args(Names names, Placement placement, NodeType nodeType) {}

  private static final String TYPE = "global-booking:availability:Cache";

  private static final int SHARDS = 3;
  private static final int REPLICAS = 1;
  private static final int PORT = 6379;

  /** {@code rediss://host:port}. */
  public final Output<String> endpoint;

  /** What functions need to use the cache. */
  public final FunctionCache access;

  /** Ids of all nodes: each is a cluster of one to CloudWatch. */
  public final List<Output<String>> nodeIds;

  private final String name;
  private final Args args;
  private final CustomResourceOptions child;

  /** Registers the cache. */
  public Cache(String name, Args args, ComponentResourceOptions options) {
    super(TYPE, name, options);
    this.name = name;
    this.args = args;
    this.child = CustomResourceOptions.builder().parent(this).build();

    var users =
        new CacheUsers(
            name + "-users",
            new CacheUsers.Args(args.names()),
            ComponentResourceOptions.builder().parent(this).build());
    ReplicationGroup cluster = cluster(users);

    endpoint =
        Output.format(
            "rediss://%s:%s",
            cluster.configurationEndpointAddress(),
            cluster.port().applyValue(port -> String.valueOf(port.orElse(PORT))));
    access =
        new FunctionCache(endpoint, cluster.replicationGroupId(), cluster.arn(), users.byFunction);
    nodeIds = nodeIds(cluster);
    registerOutputs(Map.of("endpoint", endpoint));
  }

  private ReplicationGroup cluster(CacheUsers users) {
    Names names = args.names();
    return new ReplicationGroup(
        name,
        ReplicationGroupArgs.builder()
            .replicationGroupId(names.prefix())
            .description("Availability of " + names.prefix())
            .engine("redis")
            .engineVersion("7.1")
            .nodeType(args.nodeType().value())
            .port(PORT)
            .numNodeGroups(SHARDS)
            .replicasPerNodeGroup(REPLICAS)
            .automaticFailoverEnabled(true)
            .multiAzEnabled(true)
            .transitEncryptionEnabled(true)
            .transitEncryptionMode("required")
            .atRestEncryptionEnabled(true)
            .userGroupIds(users.groupId)
            .subnetGroupName(subnetGroup().name())
            .securityGroupIds(args.placement().securityGroupId().applyValue(List::of))
            .parameterGroupName(parameterGroup().name())
            .snapshotRetentionLimit(0)
            .tags(names.tags(names.prefix()))
            .build(),
        child);
  }

  private SubnetGroup subnetGroup() {
    return new SubnetGroup(
        name + "-subnets",
        SubnetGroupArgs.builder()
            .name(args.names().prefix())
            .description("Isolated subnets of " + args.names().prefix())
            .subnetIds(args.placement().subnetIds())
            .tags(args.names().tags(args.names().prefix()))
            .build(),
        child);
  }

  /** A full cache refuses writes, which raises an alarm, and never drops half of a property. */
  private ParameterGroup parameterGroup() {
    return new ParameterGroup(
        name + "-parameters",
        ParameterGroupArgs.builder()
            .name(args.names().prefix())
            .family("redis7")
            .description("Cluster mode, nothing evicted")
            .parameters(
                parameter("cluster-enabled", "yes"), parameter("maxmemory-policy", "noeviction"))
            .tags(args.names().tags(args.names().prefix()))
            .build(),
        child);
  }

  private static ParameterGroupParameterArgs parameter(String key, String value) {
    return ParameterGroupParameterArgs.builder().name(key).value(value).build();
  }

  /** As AWS names them: after a failover or a replacement the numbers are not what one expects. */
  private static List<Output<String>> nodeIds(ReplicationGroup cluster) {
    Output<List<String>> members =
        cluster.memberClusters().applyValue(ids -> ids.stream().sorted().toList());
    List<Output<String>> ids = new ArrayList<>();
    for (int node = 0; node < SHARDS * (1 + REPLICAS); node++) {
      int number = node;
      ids.add(members.applyValue(all -> all.get(number)));
    }
    return List.copyOf(ids);
  }
}
