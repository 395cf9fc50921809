package com.globalbooking.stack.availability;

import com.globalbooking.stack.functions.FunctionCache;
import com.globalbooking.stack.naming.Names;
import com.globalbooking.stack.network.Placement;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.elasticache.ParameterGroup;
import com.pulumi.aws.elasticache.ParameterGroupArgs;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import com.pulumi.aws.elasticache.SubnetGroup;
import com.pulumi.aws.elasticache.SubnetGroupArgs;
import com.pulumi.aws.elasticache.inputs.ParameterGroupParameterArgs;
import com.pulumi.aws.elasticache.inputs.ReplicationGroupLogDeliveryConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Redis in cluster mode: shards with replicas in other zones, TLS only, no password. Nothing is
 * kept that DynamoDB does not have, so there are no snapshots.
 */
public final class Cache extends ComponentResource {

  /**
   * @param logRetentionDays how long the log of slow commands is kept, in days
   */
  public record Args(
      Names names, Placement placement, CacheSettings settings, int logRetentionDays) {}

  private static final String TYPE = "global-booking:availability:Cache";

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
    nodeIds = nodeIds(args.settings(), cluster);
    registerOutputs(Map.of("endpoint", endpoint));
  }

  private ReplicationGroup cluster(CacheUsers users) {
    Names names = args.names();
    CacheSettings settings = args.settings();
    return new ReplicationGroup(
        name,
        ReplicationGroupArgs.builder()
            .replicationGroupId(names.prefix())
            .description("Availability of " + names.prefix())
            .engine("redis")
            .engineVersion("7.1")
            .nodeType(settings.nodeType().value())
            .port(PORT)
            .numNodeGroups(settings.shards())
            .replicasPerNodeGroup(settings.replicas())
            // Cluster mode insists on it, whether there is anything to fail over to or not.
            .automaticFailoverEnabled(true)
            .multiAzEnabled(settings.replicas() > 0)
            .maintenanceWindow(settings.maintenanceWindow())
            .logDeliveryConfigurations(slowLog())
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

  private ReplicationGroupLogDeliveryConfigurationArgs slowLog() {
    Names names = args.names();
    String group = names.cacheLogGroup("slow-log");
    var logGroup =
        new LogGroup(
            name + "-slow-log",
            LogGroupArgs.builder()
                .name(group)
                .retentionInDays(args.logRetentionDays())
                .tags(names.tags(group))
                .build(),
            child);
    return ReplicationGroupLogDeliveryConfigurationArgs.builder()
        .destination(logGroup.name())
        .destinationType("cloudwatch-logs")
        .logFormat("json")
        .logType("slow-log")
        .build();
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

  /**
   * As AWS names them: after a failover or a replacement the numbers are not what one expects. A
   * node that is being replaced just now has no name; its alarm then has one that AWS would give.
   */
  private static List<Output<String>> nodeIds(CacheSettings settings, ReplicationGroup cluster) {
    Output<List<String>> members =
        cluster.memberClusters().applyValue(ids -> ids.stream().sorted().toList());
    int nodesOfShard = 1 + settings.replicas();
    List<Output<String>> ids = new ArrayList<>();
    for (int node = 0; node < settings.shards() * nodesOfShard; node++) {
      int number = node;
      ids.add(
          Output.tuple(members, cluster.replicationGroupId())
              .applyValue(
                  known ->
                      number < known.t1.size()
                          ? known.t1.get(number)
                          : "%s-%04d-%03d"
                              .formatted(
                                  known.t2, number / nodesOfShard + 1, number % nodesOfShard + 1)));
    }
    return List.copyOf(ids);
  }
}
