package com.globalbooking.local.resources;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import com.globalbooking.local.metrics.DocumentedMetrics;
import com.globalbooking.local.redis.RedisCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  public void check(Resource resource) {
    if (!resource.inputs().flag("transitEncryptionEnabled")) {
      throw new IllegalArgumentException(
          "'transitEncryptionEnabled' must be set: the local cache speaks TLS only");
    }
  }

  @Override
  public Created create(Resource resource) {
    Inputs inputs = resource.inputs();
    check(resource);
    if (!taken.compareAndSet(false, true)) {
      throw new IllegalArgumentException("a local Region has one cache");
    }
    try {
      access.open(context.stores(), inputs.strings("userGroupIds"));
    } catch (RuntimeException refused) {
      taken.set(false);
      throw refused;
    }
    String id = inputs.string("replicationGroupId");
    return new Created(id, computed(id, inputs));
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("replicationGroupId", "transitEncryptionEnabled", "port", "subnetGroupName");
  }

  @Override
  public Fields update(Existing existing, Resource wanted) {
    check(wanted);
    access.open(context.stores(), wanted.inputs().strings("userGroupIds"));
    forgetMembers(existing);
    return computed(existing.id(), wanted.inputs());
  }

  @Override
  public void delete(Existing existing) {
    access.close(context.stores());
    context.stores().cache().get().empty();
    forgetMembers(existing);
    taken.set(false);
  }

  private void forgetMembers(Existing existing) {
    members(existing.id(), existing.inputs())
        .forEach(
            it -> context.operations().documented().gone(DocumentedMetrics.CACHE_CLUSTER_ID, it));
  }

  private Fields computed(String id, Inputs inputs) {
    RedisCluster cluster = context.stores().cache().get();
    members(id, inputs)
        .forEach(
            it -> context.operations().documented().exists(DocumentedMetrics.CACHE_CLUSTER_ID, it));
    return PropertyValue.fields(
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
            members(id, inputs)));
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
