package com.globalbooking.local.redis;

import com.globalbooking.local.certificates.Certificates;
import java.nio.file.Path;
import java.util.List;

/**
 * One master of a cluster: where it listens, which slots are its, and the files it starts from.
 *
 * @param number from 1
 * @param port of clients; the cluster's own bus is {@value #BUS_DISTANCE} above
 * @param directory the node's alone
 */
record RedisNode(int number, int port, int firstSlot, int lastSlot, Path directory) {
  static final int BUS_DISTANCE = 10_000;

  Path configuration() {
    return directory.resolve("redis.conf");
  }

  Path users() {
    return directory.resolve("users.acl");
  }

  Path topology() {
    return directory.resolve("nodes.conf");
  }

  /** {@code redis.conf}: in memory only, TLS only, loopback only. */
  String configurationText(Certificates certificates) {
    return """
        bind 127.0.0.1
        port 0
        tls-port %1$d
        tls-cluster yes
        tls-replication yes
        tls-auth-clients no
        tls-cert-file "%2$s"
        tls-key-file "%3$s"
        tls-ca-cert-file "%4$s"
        cluster-enabled yes
        cluster-config-file nodes.conf
        cluster-announce-ip 127.0.0.1
        dir "%5$s"
        aclfile "%6$s"
        save ""
        appendonly no
        """
        .formatted(
            port,
            certificates.certificate(),
            certificates.key(),
            certificates.authority(),
            directory,
            users());
  }

  /**
   * {@code nodes.conf} as this node would have written it itself: with it the nodes know each other
   * and their slots from the start, also after all were killed.
   */
  String topologyText(List<RedisNode> nodes) {
    var text = new StringBuilder();
    for (RedisNode node : nodes) {
      text.append(
          "%040x 127.0.0.1:%d@%d %s - 0 0 %d connected %d-%d%n"
              .formatted(
                  node.number,
                  node.port,
                  node.port + BUS_DISTANCE,
                  node.number == number ? "myself,master" : "master",
                  node.number,
                  node.firstSlot,
                  node.lastSlot));
    }
    return text.append("vars currentEpoch %d lastVoteEpoch 0%n".formatted(nodes.size())).toString();
  }
}
