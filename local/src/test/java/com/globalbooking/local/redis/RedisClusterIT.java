package com.globalbooking.local.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.certificates.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.exceptions.JedisException;

/** An ordinary cluster client, over TLS that it verifies, as a user that the stack declares. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RedisClusterIT {
  private static final Path BINARIES = Path.of("engines", "target", "redis");
  private static final int KEYS = 300;

  /** As the stack writes an access string, and what IAM authentication becomes locally. */
  private static final CacheUser WRITER =
      new CacheUser("writer", "on ~hotel:* -@all +@read +@write -@dangerous +cluster|slots nopass");

  @TempDir private static Path directory;
  private static Certificates certificates;
  private static RedisCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    certificates = Certificates.make(directory.resolve("certificates"));
    cluster = RedisCluster.start(BINARIES, directory, certificates);
  }

  @AfterAll
  static void stop() {
    cluster.close();
    assertThat(cluster.ports()).noneMatch(RedisClusterIT::listens);
  }

  @BeforeEach
  void letTheWriterIn() {
    cluster.setUsers(List.of(WRITER));
  }

  @Test
  void keysAreSpreadOverAllMasters() throws Exception {
    try (JedisCluster client = client("writer", "any token will do")) {
      writeAndReadKeys(client);
      for (int port : cluster.ports()) {
        try (Jedis node = node(port, "writer")) {
          assertThat(node.dbSize()).isBetween(KEYS / 10L, KEYS * 9L / 10);
        }
      }
    }
  }

  @Test
  void aKilledClusterComesBackEmptyOnItsPortsWithItsUsers() throws Exception {
    List<Integer> ports = cluster.ports();
    try (JedisCluster client = client("writer", "token")) {
      writeAndReadKeys(client);

      cluster.kill();
      assertThat(ports).noneMatch(RedisClusterIT::listens);
      assertThatThrownBy(() -> client.get(key(1))).isInstanceOf(JedisException.class);

      cluster.restart();
      assertThat(cluster.ports()).isEqualTo(ports);
      assertThat(client.get(key(1))).isNull();
      writeAndReadKeys(client);
    }
  }

  @Test
  void theAccessStringDecidesWhatAUserMayDo() throws Exception {
    try (JedisCluster client = client("writer", "token")) {
      assertThatThrownBy(() -> client.set("other", "x")).hasMessageContaining("NOPERM");
    }
    try (Jedis node = node(cluster.port(), "writer")) {
      assertThatThrownBy(node::flushAll).hasMessageContaining("NOPERM");
    }
  }

  @Test
  void nobodyElseGetsIn() throws Exception {
    assertThatThrownBy(() -> node(cluster.port(), "default").close())
        .isInstanceOf(JedisException.class);
    assertThatThrownBy(() -> node(cluster.port(), "stranger").close())
        .hasMessageContaining("WRONGPASS");
  }

  @Test
  void aRuleThatRedisDoesNotKnowIsToldWithItsReason() {
    assertThatThrownBy(() -> cluster.setUsers(List.of(new CacheUser("odd", "on +@nonsense"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Unknown command or category");
  }

  @Test
  void aClientThatDoesNotTrustTheAuthorityRefusesTheEngine() throws Exception {
    SSLContext publicTrust = SSLContext.getDefault();
    var configuration =
        DefaultJedisClientConfig.builder()
            .ssl(true)
            .sslSocketFactory(publicTrust.getSocketFactory())
            .user("writer")
            .password("token")
            .build();
    assertThatThrownBy(
            () -> new Jedis(new HostAndPort("127.0.0.1", cluster.port()), configuration).ping())
        .rootCause()
        .hasMessageContaining("certification path");
  }

  @Test
  void plainTextIsNotSpoken() throws Exception {
    var configuration = DefaultJedisClientConfig.builder().user("writer").password("t").build();
    assertThatThrownBy(
            () -> new Jedis(new HostAndPort("127.0.0.1", cluster.port()), configuration).ping())
        .isInstanceOf(JedisException.class);
  }

  @Test
  void noOtherInterfaceListens() throws Exception {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    for (InetAddress other : others) {
      assertThat(cluster.ports()).noneMatch(port -> listens(other, port));
    }
  }

  @Test
  void missingExecutablesAreToldWithWhatToDo() {
    assertThatThrownBy(() -> RedisCluster.start(directory, directory, certificates))
        .hasMessageContaining("scripts/build");
  }

  @Test
  void nothingIsWrittenToDiskButLogsAndConfiguration() throws Exception {
    try (JedisCluster client = client("writer", "token")) {
      writeAndReadKeys(client);
    }
    cluster.kill();
    try (var files = Files.walk(directory.resolve("redis"))) {
      assertThat(files.filter(Files::isRegularFile))
          .extracting(file -> file.getFileName().toString())
          .containsOnly("redis.conf", "nodes.conf", "users.acl");
    }
    cluster.restart();
  }

  private static void writeAndReadKeys(JedisCluster client) {
    for (int i = 0; i < KEYS; i++) {
      client.set(key(i), "value " + i);
    }
    for (int i = 0; i < KEYS; i++) {
      assertThat(client.get(key(i))).isEqualTo("value " + i);
    }
  }

  private static String key(int i) {
    return "hotel:" + i;
  }

  private static JedisCluster client(String user, String password) throws Exception {
    var configuration =
        DefaultJedisClientConfig.builder()
            .ssl(true)
            .sslSocketFactory(certificates.context().getSocketFactory())
            .user(user)
            .password(password)
            .build();
    return new JedisCluster(
        new HostAndPort("127.0.0.1", cluster.port()), configuration, 3, new ConnectionPoolConfig());
  }

  private static Jedis node(int port, String user) throws Exception {
    var configuration =
        DefaultJedisClientConfig.builder()
            .ssl(true)
            .sslSocketFactory(certificates.context().getSocketFactory())
            .user(user)
            .password("token")
            .build();
    return new Jedis(new HostAndPort("127.0.0.1", port), configuration);
  }

  private static boolean listens(int port) {
    return listens(InetAddress.ofLiteral("127.0.0.1"), port);
  }

  private static boolean listens(InetAddress address, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 200);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
