package com.globalbooking.cache;

import com.globalbooking.cache.SlotMap.Node;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * A Redis cluster of three masters on loopback, over TLS, with one user who needs no particular
 * password. Its nodes can be stopped, silenced and started anew.
 */
final class RedisEngine implements AutoCloseable {
  static final CacheCredentials CREDENTIALS =
      new CacheCredentials() {
        @Override
        public String user() {
          return "cache-user";
        }

        @Override
        public String password() {
          return "any";
        }
      };

  /** What a loaded machine needs; a test that is about time limits sets its own. */
  static final CacheLimits PATIENT =
      new CacheLimits(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ZERO);

  private static final String BINARY = "redis-server-6.2.6-v5-linux-amd64";
  private static final int MASTERS = 3;
  private static final int SLOTS = 16384;
  private static final int BUS = 10_000;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Vertx vertx = Vertx.vertx();
  private final Path binary;
  private final TestCertificate certificate;
  private final List<Path> directories = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();
  private final List<Process> processes = new ArrayList<>();

  private RedisEngine(Path directory) throws IOException {
    this.binary = directory.resolve(BINARY);
    try (InputStream packed = RedisEngine.class.getResourceAsStream("/" + BINARY)) {
      if (packed == null) {
        throw new IOException("no " + BINARY + " in the jar of embedded-redis");
      }
      Files.copy(packed, binary);
    }
    if (!binary.toFile().setExecutable(true)) {
      throw new IOException(binary + " cannot be made executable");
    }
    this.certificate = TestCertificate.create(directory);
    for (int i = 0; i < MASTERS; i++) {
      directories.add(Files.createDirectory(directory.resolve("node-" + i)));
      ports.add(freePort());
    }
  }

  static RedisEngine start() {
    try {
      Path target = Files.createDirectories(Path.of("target"));
      var engine =
          new RedisEngine(Files.createTempDirectory(target.toAbsolutePath(), "redis-cluster"));
      // If this JVM is ended from outside, the engine must not outlive it.
      Runtime.getRuntime().addShutdownHook(new Thread(engine::kill));
      engine.launch();
      engine.form();
      return engine;
    } catch (IOException e) {
      throw new IllegalStateException("Redis did not start", e);
    }
  }

  URI endpoint() {
    return URI.create("rediss://127.0.0.1:" + ports.getFirst());
  }

  Vertx vertx() {
    return vertx;
  }

  /** How the command lines that come with Redis reach this cluster. */
  List<String> arguments() {
    return List.of(
        "--cluster",
        "-h",
        "127.0.0.1",
        "-p",
        ports.getFirst().toString(),
        "--tls",
        "--cacert",
        certificate.certificate().toString(),
        "--user",
        CREDENTIALS.user(),
        "-a",
        CREDENTIALS.password());
  }

  /** A cache on this cluster. */
  RedisAvailabilityCache cache(CacheLimits limits, CacheScripts scripts) {
    return new RedisAvailabilityCache(cluster(limits), scripts, Clock.systemUTC());
  }

  CacheCluster cluster(CacheLimits limits) {
    return new CacheCluster(
        new NodeConnector(vertx, endpoint(), CREDENTIALS, limits.connect()),
        node(0),
        limits,
        Clock.systemUTC());
  }

  /** Sends a command to each node. */
  List<Response> toEach(Command command, String... arguments) {
    return IntStream.range(0, MASTERS).mapToObj(i -> ask(i, command, arguments)).toList();
  }

  /** Ends every node at once; what they hold is lost. */
  void kill() {
    processes.forEach(Process::destroyForcibly);
    processes.forEach(process -> process.onExit().join());
    processes.clear();
  }

  /** Starts the nodes that were killed, on their old ports, empty. */
  void restart() throws IOException {
    launch();
    awaitOk();
  }

  /** Stops every node in its tracks: connections stay open and nothing answers. */
  void silence() throws IOException, InterruptedException {
    signal("STOP");
  }

  void wake() throws IOException, InterruptedException {
    signal("CONT");
  }

  @Override
  public void close() {
    kill();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void signal(String name) throws IOException, InterruptedException {
    for (Process process : processes) {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }
  }

  private void launch() throws IOException {
    for (int i = 0; i < MASTERS; i++) {
      Path configuration = directories.get(i).resolve("redis.conf");
      Files.writeString(
          configuration,
          """
          bind 127.0.0.1
          port 0
          tls-port %d
          tls-cert-file %s
          tls-key-file %s
          tls-ca-cert-file %s
          tls-auth-clients no
          tls-cluster yes
          cluster-enabled yes
          cluster-config-file nodes.conf
          dir %s
          save ""
          appendonly no
          user default off
          user cache-user on nopass ~* &* +@all
          """
              .formatted(
                  ports.get(i),
                  certificate.certificate(),
                  certificate.key(),
                  certificate.certificate(),
                  directories.get(i)));
      processes.add(
          new ProcessBuilder(binary.toString(), configuration.toString())
              .redirectErrorStream(true)
              .redirectOutput(directories.get(i).resolve("log").toFile())
              .start());
    }
  }

  /** Gives each node its third of the slots and introduces them to each other. */
  private void form() {
    for (int i = 0; i < MASTERS; i++) {
      awaitAnswer(i);
      List<String> slots = new ArrayList<>(List.of("ADDSLOTS"));
      IntStream.range(i * SLOTS / MASTERS, (i + 1) * SLOTS / MASTERS)
          .forEach(slot -> slots.add(Integer.toString(slot)));
      ask(i, Command.CLUSTER, slots.toArray(String[]::new));
      ask(i, Command.CLUSTER, "SET-CONFIG-EPOCH", Integer.toString(i + 1));
    }
    for (int i = 1; i < MASTERS; i++) {
      ask(i, Command.CLUSTER, "MEET", "127.0.0.1", ports.getFirst().toString());
    }
    awaitOk();
  }

  private void awaitOk() {
    for (int i = 0; i < MASTERS; i++) {
      awaitAnswer(i);
    }
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!isFormed()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the cluster did not form; see " + directories);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private boolean isFormed() {
    for (int i = 0; i < MASTERS; i++) {
      String info = ask(i, Command.CLUSTER, "INFO").toString();
      if (!info.contains("cluster_state:ok") || !info.contains("cluster_known_nodes:3")) {
        return false;
      }
    }
    return toEach(Command.CLUSTER, "SLOTS").stream().allMatch(slots -> slots.size() == MASTERS);
  }

  private void awaitAnswer(int node) {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (true) {
      try {
        ask(node, Command.PING);
        return;
      } catch (CompletionException e) {
        if (System.nanoTime() > end || !processes.get(node).isAlive()) {
          throw new IllegalStateException("no answer; see " + directories.get(node), e);
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  private Response ask(int node, Command command, String... arguments) {
    Request request = Request.cmd(command);
    for (String argument : arguments) {
      request.arg(argument);
    }
    return new NodeConnector(vertx, endpoint(), CREDENTIALS, Duration.ofSeconds(10))
        .connect(node(node))
        .compose(open -> open.send(List.of(request)).onComplete(_ -> open.close()))
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .getFirst();
  }

  private Node node(int index) {
    return new Node("127.0.0.1", ports.get(index));
  }

  /** A port whose bus port, which is so much higher, is free too. */
  private static int freePort() throws IOException {
    while (true) {
      try (var bus = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        int port = bus.getLocalPort() - BUS;
        if (port > 1024 && isFree(port)) {
          return port;
        }
      }
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
