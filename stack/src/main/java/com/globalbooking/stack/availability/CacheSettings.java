package com.globalbooking.stack.availability;

/**
 * What the configuration decides about the cache.
 *
 * @param shards 1 to 90
 * @param replicas of each shard: 0 to 5
 * @param maintenanceWindow when AWS may replace nodes, UTC
 */
public record CacheSettings(
    NodeType nodeType, int shards, int replicas, String maintenanceWindow) {}
