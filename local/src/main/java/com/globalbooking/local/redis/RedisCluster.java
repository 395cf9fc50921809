package com.globalbooking.local.redis;

import com.globalbooking.local.certificates.Certificates;
import com.globalbooking.local.processes.NativeProcess;
import com.globalbooking.local.processes.Ports;
import com.globalbooking.local.redis.RespConnection.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * Redis of one local Region: three masters in cluster mode, TLS only, users by ACL, nothing on
 * disk. A token of IAM cannot be verified by the engine, so a user with IAM authentication takes
 * any password here; what it may do is enforced.
 */
public final class RedisCluster implements AutoCloseable {
  /** Where all nodes listen. */
  public static final String HOST = "127.0.0.1";

  private static final int MASTERS = 3;
  private static final int SLOTS = 16_384;
  private static final int ATTEMPTS = 5;
  private static final String ADMINISTRATOR = "local-engine";

  /** A node that starts waits 2 s before it trusts its slots; a busy machine is given plenty. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final Duration POLL = Duration.ofMillis(50);

  private final Path executable;
  private final Path logDirectory;
  private final Certificates certificates;
  private final SSLContext tls;
  private final String password;
  private final List<RedisNode> nodes;
  private final List<NativeProcess> processes = new ArrayList<>();
  private List<CacheUser> users = List.of();

  private RedisCluster(
      Path executable, Path directory, Certificates certificates, List<Integer> ports)
      throws IOException {
    this.executable = executable;
    this.logDirectory = directory;
    this.certificates = certificates;
    this.tls = certificates.context();
    this.password = randomPassword();
    this.nodes = nodes(ports, directory);
  }

  /**
   * Starts a cluster and waits until all its slots are served.
   *
   * @param binaries where {@code local/engines} puts Redis's executables
   * @param directory takes the nodes' files and logs
   * @throws IOException when the executable is missing or the cluster does not form; the message
   *     says what to do or quotes a log
   */
  public static RedisCluster start(Path binaries, Path directory, Certificates certificates)
      throws IOException, InterruptedException {
    Path executable = executable(binaries.toAbsolutePath());
    Path folder = Files.createDirectories(directory.toAbsolutePath());
    for (int attempt = 1; ; attempt++) {
      List<Integer> ports = Ports.free(MASTERS, RedisNode.BUS_DISTANCE);
      var cluster = new RedisCluster(executable, folder, certificates, ports);
      try {
        cluster.startNodes();
        return cluster;
      } catch (IOException portTaken) {
        cluster.close();
        if (attempt == ATTEMPTS) {
          throw portTaken;
        }
      } catch (InterruptedException | RuntimeException failed) {
        cluster.close();
        throw failed;
      }
    }
  }

  /** The port of the configuration endpoint: of any node, as each tells where the slots are. */
  public int port() {
    return nodes.getFirst().port();
  }

  /** The ports of all masters. */
  public List<Integer> ports() {
    return nodes.stream().map(RedisNode::port).toList();
  }

  /**
   * Sets who may use the cluster, instead of whoever might before; all others, {@code default}
   * among them, may not.
   *
   * @throws IllegalArgumentException when Redis refuses a rule, with its reason
   */
  public synchronized void setUsers(List<CacheUser> users) {
    List<CacheUser> before = this.users;
    this.users = List.copyOf(users);
    try {
      for (RedisNode node : nodes) {
        writeUsers(node);
        try (var connection = connect(node)) {
          connection.ask("ACL", "LOAD");
        }
      }
    } catch (RefusedException refused) {
      this.users = before;
      throw new IllegalArgumentException("Redis refuses the users: " + refused.getMessage());
    } catch (IOException broken) {
      this.users = before;
      throw new IllegalStateException("Redis does not take its users", broken);
    }
  }

  /** Takes all keys away. */
  public synchronized void empty() {
    try {
      for (RedisNode node : nodes) {
        try (var connection = connect(node)) {
          connection.ask("FLUSHALL");
        }
      }
    } catch (IOException broken) {
      throw new IllegalStateException("Redis does not let go of its keys", broken);
    }
  }

  /** Ends all nodes at once, as a crash would; all keys are gone. */
  public synchronized void kill() throws InterruptedException {
    for (NativeProcess process : processes) {
      process.kill();
    }
    processes.clear();
  }

  /** Starts the cluster again, empty, on the same ports and with the same users. */
  public synchronized void restart() throws IOException, InterruptedException {
    kill();
    startNodes();
  }

  /** Ends all nodes; may be repeated. */
  @Override
  public synchronized void close() {
    processes.forEach(NativeProcess::close);
    processes.clear();
  }

  private synchronized void startNodes() throws IOException, InterruptedException {
    for (RedisNode node : nodes) {
      Files.createDirectories(node.directory());
      Files.writeString(node.configuration(), node.configurationText(certificates));
      Files.writeString(node.topology(), node.topologyText(nodes));
      writeUsers(node);
      processes.add(
          NativeProcess.start(
              List.of(executable.toString(), node.configuration().toString()),
              logDirectory.resolve("redis-" + node.number() + ".log")));
    }
    long end = System.nanoTime() + START_LIMIT.toNanos();
    for (int i = 0; i < nodes.size(); i++) {
      awaitWell(nodes.get(i), processes.get(i), end);
    }
  }

  private void awaitWell(RedisNode node, NativeProcess process, long end)
      throws IOException, InterruptedException {
    while (!isWell(node)) {
      if (!process.isAlive()) {
        throw new IOException("Redis ended; " + process.lastWords());
      }
      if (System.nanoTime() > end) {
        throw new IOException("Redis did not form a cluster; " + process.lastWords());
      }
      Thread.sleep(POLL);
    }
  }

  private boolean isWell(RedisNode node) {
    try (var connection = connect(node)) {
      String state = connection.ask("CLUSTER", "INFO");
      return state.contains("cluster_state:ok")
          && state.contains("cluster_slots_ok:" + SLOTS)
          && state.contains("cluster_known_nodes:" + MASTERS);
    } catch (IOException notYet) {
      return false;
    }
  }

  private RespConnection connect(RedisNode node) throws IOException {
    return new RespConnection(tls, node.port(), ADMINISTRATOR, password);
  }

  private void writeUsers(RedisNode node) throws IOException {
    var text = new StringBuilder();
    if (users.stream().noneMatch(user -> user.name().equals("default"))) {
      text.append(new CacheUser("default", "off").line());
    }
    users.forEach(user -> text.append(user.line()));
    text.append(new CacheUser(ADMINISTRATOR, "on >" + password + " ~* &* +@all").line());
    Files.writeString(node.users(), text);
  }

  private static List<RedisNode> nodes(List<Integer> ports, Path directory) {
    List<RedisNode> nodes = new ArrayList<>();
    for (int i = 0; i < MASTERS; i++) {
      nodes.add(
          new RedisNode(
              i + 1,
              ports.get(i),
              i * SLOTS / MASTERS,
              (i + 1) * SLOTS / MASTERS - 1,
              directory.resolve("redis").resolve(Integer.toString(i + 1))));
    }
    return List.copyOf(nodes);
  }

  private static Path executable(Path binaries) throws IOException {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    if (Files.isDirectory(binaries)) {
      try (var files = Files.list(binaries)) {
        var found = files.filter(it -> it.toString().endsWith("-linux-" + machine)).findFirst();
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw new IOException(
        "Redis for " + machine + " is not in " + binaries + ": run scripts/build");
  }

  private static String randomPassword() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
