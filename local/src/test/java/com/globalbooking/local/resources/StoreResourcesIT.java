package com.globalbooking.local.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.certificates.Certificates;
import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.mariadb.MariaDbEngine;
import com.globalbooking.local.redis.RedisCluster;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisCluster;

/** What the stack's cache and database outputs lead to. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoreResourcesIT {
  private static final Path ENGINES = Path.of("engines", "target");

  @TempDir private static Path directory;
  private static Certificates certificates;
  private static RedisCluster cache;
  private static MariaDbEngine database;
  private RegionFixture region;

  @BeforeAll
  static void startEngines() throws Exception {
    certificates = Certificates.make(directory.resolve("certificates"));
    cache = RedisCluster.start(ENGINES.resolve("redis"), directory, certificates);
    database = MariaDbEngine.start(ENGINES.resolve("mariadb"), directory, certificates);
  }

  @AfterAll
  static void stopEngines() {
    cache.close();
    database.close();
  }

  @BeforeEach
  void start() {
    region = new RegionFixture(directory, Map.of(), () -> cache, () -> database);
  }

  @AfterEach
  void stop() {
    region.close();
  }

  @Test
  void theReplicationGroupsEndpointWorksForItsUsers() throws Exception {
    user("local-default", "default", "off ~* -@all", "no-password-required");
    user(
        "local-updater",
        "local-updater",
        "on ~hotel:* -@all +@write +cluster|slots +cluster|shards -@dangerous",
        "iam");
    region.create(
        "aws:elasticache/userGroup:UserGroup",
        "users",
        Map.of(
            "userGroupId",
            "local-users",
            "engine",
            "redis",
            "userIds",
            List.of("local-default", "local-updater")));
    var group =
        region.create(
            "aws:elasticache/replicationGroup:ReplicationGroup",
            "cache",
            Map.of(
                "replicationGroupId", "global-booking-local",
                "port", 6379,
                "transitEncryptionEnabled", true,
                "numNodeGroups", 3,
                "replicasPerNodeGroup", 1,
                "userGroupIds", List.of("local-users")));

    var outputs = new Inputs(group.computed());
    assertThat(outputs.strings("memberClusters"))
        .hasSize(6)
        .startsWith("global-booking-local-0001-001", "global-booking-local-0001-002");
    var endpoint =
        new HostAndPort(
            outputs.string("configurationEndpointAddress"), (int) outputs.whole("port"));
    var configuration =
        DefaultJedisClientConfig.builder()
            .ssl(true)
            .sslSocketFactory(certificates.context().getSocketFactory())
            .user("local-updater")
            .password("a token")
            .build();
    try (var client = new JedisCluster(endpoint, configuration, 3, new ConnectionPoolConfig())) {
      assertThat(client.set("hotel:1", "x")).isEqualTo("OK");
      assertThatThrownBy(() -> client.get("hotel:1")).hasMessageContaining("NOPERM");
    }
  }

  @Test
  void aGroupOfUnknownUsersIsRefused() {
    assertThatThrownBy(
            () ->
                region.create(
                    "aws:elasticache/userGroup:UserGroup",
                    "users",
                    Map.of("userGroupId", "g", "engine", "redis", "userIds", List.of("nobody"))))
        .hasMessageContaining("nobody");
  }

  @Test
  void anIamUsersIdIsItsName() {
    assertThatThrownBy(() -> user("one", "other", "on", "iam")).hasMessageContaining("userName");
  }

  @Test
  void theMasterSecretOpensTheDatabaseAndNoOutputTellsThePassword() throws Exception {
    var cluster =
        region.create(
            "aws:rds/cluster:Cluster",
            "audit",
            Map.of(
                "clusterIdentifier", "local-audit",
                "engine", "aurora-mysql",
                "databaseName", "audit",
                "masterUsername", "audit_admin",
                "manageMasterUserPassword", true));

    var outputs = new Inputs(cluster.computed());
    String secretArn = outputs.objects("masterUserSecrets").getFirst().string("secretArn");
    JsonNode secret =
        new ObjectMapper().readTree(region.secrets.value(secretArn).orElseThrow());
    assertThat(cluster.computed().toString()).doesNotContain(secret.path("password").asText());
    try (Connection connection =
        DriverManager.getConnection(
            "jdbc:mariadb://%s:%d/audit?sslMode=trust"
                .formatted(outputs.string("endpoint"), outputs.whole("port")),
            secret.path("username").asText(),
            secret.path("password").asText())) {
      assertThat(connection.getCatalog()).isEqualTo("audit");
    }
    assertThatThrownBy(
            () ->
                region.create(
                    "aws:rds/cluster:Cluster", "plain", Map.of("masterPassword", "in the state")))
        .hasMessageContaining("manageMasterUserPassword");
  }

  private void user(String id, String name, String access, String authentication)
      throws InterruptedException {
    region.create(
        "aws:elasticache/user:User",
        id,
        Map.of(
            "userId", id,
            "userName", name,
            "engine", "redis",
            "accessString", access,
            "authenticationMode", Map.of("type", authentication)));
  }
}
