package com.globalbooking.local.dynamodb;

import com.globalbooking.local.RegionName;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * DynamoDB of one local Region: DynamoDB Local in a process of its own, in memory, on a loopback
 * port of its choice. The process ends with {@link #close()}, and also when the JVM that started it
 * ends in any way.
 */
public final class DynamoDbEngine implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  /** DynamoDB Local looks at the shape of credentials, never at their value. */
  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private final RegionName region;
  private final Process process;
  private final URI endpoint;
  private final DynamoDbClient client;
  private final DynamoDbStreamsClient streams;

  private DynamoDbEngine(RegionName region, Process process, int port) {
    this.region = region;
    this.process = process;
    this.endpoint = URI.create("http://127.0.0.1:" + port);
    this.client = build(DynamoDbClient.builder());
    this.streams = build(DynamoDbStreamsClient.builder());
  }

  /**
   * Starts an engine and waits until it answers.
   *
   * @param libDirectory the jars of DynamoDB Local, as {@code local/dynamodb-local} collects them
   * @param logFile what the process says; replaced if it exists, its directory created if not
   * @throws IOException when the jars are missing, or the engine does not answer within a minute;
   *     the message says what to do or quotes the log
   */
  public static DynamoDbEngine start(RegionName region, Path libDirectory, Path logFile)
      throws IOException, InterruptedException {
    requireJars(libDirectory);
    Path log = logFile.toAbsolutePath();
    Files.createDirectories(Objects.requireNonNull(log.getParent(), "a log file has a directory"));
    Process process = new ProcessBuilder(command(libDirectory)).redirectError(log.toFile()).start();
    try {
      DynamoDbEngine engine = new DynamoDbEngine(region, process, awaitPort(process, log));
      engine.client.listTables();
      return engine;
    } catch (IOException | InterruptedException | RuntimeException failed) {
      stop(process);
      throw failed;
    }
  }

  /** The Region whose data this engine holds. */
  public RegionName region() {
    return region;
  }

  /** Where it listens, on loopback; any credentials of the usual shape will do. */
  public URI endpoint() {
    return endpoint;
  }

  /** A client that {@link #close()} closes. */
  public DynamoDbClient client() {
    return client;
  }

  /** A client for the streams of the tables, that {@link #close()} closes. */
  public DynamoDbStreamsClient streams() {
    return streams;
  }

  /** Ends the process and waits for its end; all data is gone. May be repeated. */
  @Override
  public void close() {
    client.close();
    streams.close();
    stop(process);
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(region.value()))
        .credentialsProvider(CREDENTIALS)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(Duration.ofSeconds(30)))
        .build();
  }

  private static void requireJars(Path libDirectory) throws IOException {
    if (Files.isDirectory(libDirectory)) {
      try (var files = Files.list(libDirectory)) {
        if (files.anyMatch(file -> file.getFileName().toString().startsWith("DynamoDBLocal-"))) {
          return;
        }
      }
    }
    throw new IOException(
        "DynamoDB Local is not in " + libDirectory.toAbsolutePath() + ": run scripts/build");
  }

  /** What starts the process: {@link EngineMain} beside the jars of DynamoDB Local. */
  static List<String> command(Path libDirectory) throws IOException {
    String classPath = libDirectory.toAbsolutePath() + "/*" + File.pathSeparator + ownClasses();
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx384m",
        "-XX:+UseSerialGC",
        // Short-lived and mostly idle: the second compiler would only take a core from the tests.
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        classPath,
        EngineMain.class.getName());
  }

  private static Path ownClasses() throws IOException {
    try {
      return Path.of(EngineMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException unusable) {
      throw new IOException("cannot tell where the classes of this program are", unusable);
    }
  }

  private static int awaitPort(Process process, Path log) throws IOException, InterruptedException {
    var line = new CompletableFuture<@Nullable String>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                line.complete(process.inputReader(StandardCharsets.US_ASCII).readLine());
              } catch (IOException broken) {
                line.completeExceptionally(broken);
              }
            });
    try {
      String port = line.get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      if (port != null) {
        return Integer.parseInt(port);
      }
      throw new IOException("DynamoDB Local ended at once; " + lastLines(log));
    } catch (TimeoutException slow) {
      throw new IOException(
          "DynamoDB Local did not start in " + START_LIMIT + "; " + lastLines(log));
    } catch (ExecutionException broken) {
      throw new IOException("DynamoDB Local could not be read; " + lastLines(log), broken);
    }
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return log
        + " ends with:\n"
        + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  private static void stop(Process process) {
    process.destroy();
    boolean interrupted = false;
    try {
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stopNow) {
      interrupted = true;
      process.destroyForcibly();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
