package com.globalbooking.cache;

import com.globalbooking.cache.SlotMap.Node;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Opens connections to nodes. Each has a client of its own, because a client keeps one password for
 * its whole life, and ours is good for minutes.
 */
final class NodeConnector {
  /** More requests than are ever sent in one go. */
  private static final int WAITING = 16_384;

  private static final int FOREVER = -1;

  private final Vertx vertx;
  private final boolean tls;
  private final CacheCredentials credentials;
  private final Duration limit;

  /**
   * @param endpoint {@code rediss://host:port}, or {@code redis://} without TLS
   */
  NodeConnector(Vertx vertx, URI endpoint, CacheCredentials credentials, Duration limit) {
    this.vertx = vertx;
    this.tls = endpoint.getScheme().equals("rediss");
    this.credentials = credentials;
    this.limit = limit;
  }

  /** A connection, after TLS and authentication; fails when that takes too long. */
  Future<NodeConnection> connect(Node node) {
    Redis client = Redis.createClient(vertx, options(node));
    return client
        .connect()
        .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .map(connection -> new NodeConnection(client, connection))
        .onFailure(fault -> client.close());
  }

  private RedisOptions options(Node node) {
    NetClientOptions net =
        new NetClientOptions()
            .setConnectTimeout((int) limit.toMillis())
            .setTcpNoDelay(true)
            .setTcpKeepAlive(true);
    if (tls) {
      // Trust is the platform's; the name must be the node's.
      net.setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
    }
    return new RedisOptions()
        .setType(RedisClientType.STANDALONE)
        .setConnectionString(
            "%s://%s:%d?user=%s"
                .formatted(tls ? "rediss" : "redis", node.host(), node.port(), credentials.user()))
        .setPassword(credentials.password())
        .setPreferredProtocolVersion(ProtocolVersion.RESP2)
        .setMaxPoolSize(1)
        .setMaxWaitingHandlers(WAITING)
        .setPoolCleanerInterval(FOREVER)
        .setPoolRecycleTimeout(FOREVER)
        .setNetClientOptions(net);
  }
}
