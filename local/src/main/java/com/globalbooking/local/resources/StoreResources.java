package com.globalbooking.local.resources;

import com.globalbooking.local.engine.PropertyValue;
import com.globalbooking.local.engine.PropertyValue.Fields;
import com.globalbooking.local.engine.Resource;
import com.globalbooking.local.engine.ResourceHandler;
import java.util.Map;

/** The types of the cache, the audit database, secrets and keys. */
final class StoreResources {
  private StoreResources() {}

  static Map<String, ResourceHandler> in(RegionContext context) {
    var access = new CacheAccess();
    return Map.ofEntries(
        Map.entry(CacheUserResource.TYPE, new CacheUserResource(context, access)),
        Map.entry(CacheUserGroup.TYPE, new CacheUserGroup(context, access)),
        Map.entry(CacheReplicationGroup.TYPE, new CacheReplicationGroup(context, access)),
        Map.entry(
            "aws:elasticache/subnetGroup:SubnetGroup",
            named(context, "elasticache", "subnetgroup:", "the cache listens on loopback")),
        Map.entry(
            "aws:elasticache/parameterGroup:ParameterGroup",
            named(
                context,
                "elasticache",
                "parametergroup:",
                "local Redis has no snapshots and no evictions to set")),
        Map.entry(RdsCluster.TYPE, new RdsCluster(context)),
        Map.entry(RdsClusterInstance.TYPE, new RdsClusterInstance(context)),
        Map.entry(
            "aws:rds/subnetGroup:SubnetGroup",
            named(context, "rds", "subgrp:", "the database listens on loopback")),
        Map.entry(
            "aws:rds/clusterParameterGroup:ClusterParameterGroup",
            named(context, "rds", "cluster-pg:", "local MariaDB always wants TLS and is small")),
        Map.entry(
            "aws:rds/parameterGroup:ParameterGroup",
            named(context, "rds", "pg:", "local MariaDB always wants TLS and is small")),
        Map.entry(SecretsManagerSecret.TYPE, new SecretsManagerSecret(context)),
        Map.entry(SecretsManagerSecretVersion.TYPE, new SecretsManagerSecretVersion(context)),
        Map.entry("aws:kms/key:Key", key(context)),
        Map.entry("aws:kms/alias:Alias", alias(context)),
        Map.entry(SsmParameter.TYPE, new SsmParameter(context)),
        Map.entry(LambdaInvocation.TYPE, new LambdaInvocation(context)));
  }

  private static ResourceHandler named(
      RegionContext context, String service, String arnPrefix, String reason) {
    return new InertResource(
        reason,
        ResourceNames::nameOf,
        resource -> {
          String name = ResourceNames.nameOf(resource);
          return PropertyValue.fields(
              Map.of("name", name, "arn", context.arn(service, arnPrefix + name)));
        });
  }

  private static ResourceHandler key(RegionContext context) {
    return new InertResource(
        "nothing local is encrypted at rest",
        ResourceNames::idOf,
        resource -> {
          String id = ResourceNames.idOf(resource);
          return PropertyValue.fields(Map.of("keyId", id, "arn", context.arn("kms", "key/" + id)));
        });
  }

  private static ResourceHandler alias(RegionContext context) {
    return new InertResource(
        "nothing local is encrypted at rest",
        StoreResources::aliasName,
        resource -> aliasComputed(context, resource));
  }

  private static Fields aliasComputed(RegionContext context, Resource resource) {
    String target = resource.inputs().string("targetKeyId");
    String key = target.startsWith("arn:") ? target : context.arn("kms", "key/" + target);
    String name = aliasName(resource);
    return PropertyValue.fields(
        Map.of("name", name, "arn", context.arn("kms", name), "targetKeyArn", key));
  }

  private static String aliasName(Resource resource) {
    return resource
        .inputs()
        .optionalString("name")
        .orElseGet(() -> "alias/" + ResourceNames.nameOf(resource));
  }
}
