package com.globalbooking.local.resources;

import com.globalbooking.local.mariadb.MariaDbEngine;
import com.globalbooking.local.redis.RedisCluster;
import com.globalbooking.local.secrets.Secrets;
import java.util.function.Supplier;

/**
 * What one Region keeps data in, beside its tables. Suppliers, because a stack may do without a
 * cache or a database, and its tests then start none.
 *
 * @param cache for the stack's one replication group
 * @param database for the stack's one database cluster
 */
public record Stores(
    Supplier<RedisCluster> cache,
    Supplier<MariaDbEngine> database,
    Secrets secrets,
    Parameters parameters) {}
