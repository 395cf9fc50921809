package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.metrics.DocumentedMetrics;
import com.globalbooking.local.redis.CacheUser;
import com.globalbooking.local.redis.RedisCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code aws:elasticache/replicationGroup:ReplicationGroup}: the Region's Redis cluster. Its
 * masters are as many as they are and none has a replica, whatever is asked; {@code memberClusters}
 * names as many as AWS would, because alarms are made from them.
 */
final class CacheReplicationGroup implements ResourceHandler {
  static final String TYPE = "aws:elasticache/replicationGroup:ReplicationGroup";

  private final RegionContext context;
  private final CacheAccess access;
  private final AtomicBoolean taken = new AtomicBoolean();

  CacheReplicationGroup(RegionContext context, CacheAccess access) {
    this.context = context;
    this.access = access;
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    if (!inputs.flag("transitEncryptionEnabled")) {
      throw new IllegalArgumentException("the local cache speaks TLS only: set encryption");
    }
    if (!taken.compareAndSet(false, true)) {
      throw new IllegalArgumentException("a local Region has one cache");
    }
    List<CacheUser> users =
        inputs.strings("userGroupIds").stream()
            .flatMap(group -> access.usersOf(group).stream())
            .toList();
    RedisCluster cluster = context.stores().cache().get();
    cluster.setUsers(users);
    String id = inputs.string("replicationGroupId");
    members(id, inputs)
        .forEach(
            it -> context.operations().documented().exists(DocumentedMetrics.CACHE_CLUSTER_ID, it));
    return new Created(
        id,
        PropertyValue.fields(
            Map.of(
                "arn",
                context.arn("elasticache", "replicationgroup:" + id),
                "configurationEndpointAddress",
                RedisCluster.HOST,
                "port",
                cluster.port(),
                "clusterEnabled",
                true,
                "memberClusters",
                members(id, inputs))));
  }

  private static List<String> members(String id, Inputs inputs) {
    long shards = inputs.optionalWhole("numNodeGroups").orElse(1L);
    long nodes = 1 + inputs.optionalWhole("replicasPerNodeGroup").orElse(0L);
    List<String> members = new ArrayList<>();
    for (int shard = 1; shard <= shards; shard++) {
      for (int node = 1; node <= nodes; node++) {
        members.add("%s-%04d-%03d".formatted(id, shard, node));
      }
    }
    return members;
  }
}
