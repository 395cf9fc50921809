package com.globalbooking.local.dynamodb;

import com.globalbooking.local.DirectoryTree;
import com.globalbooking.local.RegionName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
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
 * DynamoDB of one local Region: DynamoDB Local in a process of its own, on a loopback port of its
 * choice. The process ends with {@link #close()}, and also when the JVM that started it ends in any
 * way.
 */
public final class DynamoDbEngine implements AutoCloseable {
  /** DynamoDB Local looks at the shape of credentials, never at their value. */
  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private final RegionName region;
  private final Path libDirectory;
  private final Optional<Path> data;
  private final Path log;
  private final URI endpoint;
  private final DynamoDbClient client;
  private final DynamoDbStreamsClient streams;
  private EngineProcess process;

  private DynamoDbEngine(RegionName region, Path libDirectory, Optional<Path> data, Path log)
      throws IOException, InterruptedException {
    this.region = region;
    this.libDirectory = libDirectory;
    this.data = data;
    this.log = log;
    this.process = EngineProcess.start(libDirectory, 0, data, log);
    this.endpoint = URI.create("http://127.0.0.1:" + process.port());
    this.client = build(DynamoDbClient.builder());
    this.streams = build(DynamoDbStreamsClient.builder());
  }

  /**
   * Starts an engine that keeps its data in memory, and waits until it answers.
   *
   * @param libDirectory the jars of DynamoDB Local, as {@code local/dynamodb-local} collects them
   * @param logFile what the process says; replaced if it exists, its directory created if not
   * @throws IOException when the jars are missing, or the engine does not answer within a minute;
   *     the message says what to do or quotes the log
   */
  public static DynamoDbEngine start(RegionName region, Path libDirectory, Path logFile)
      throws IOException, InterruptedException {
    return start(region, libDirectory, Optional.empty(), logFile);
  }

  /**
   * The same for one that can be killed and started again: it is empty at first and keeps its data
   * on disk, half as fast.
   *
   * @param data a directory of its own; what is in it is deleted
   */
  public static DynamoDbEngine startDurable(
      RegionName region, Path libDirectory, Path data, Path logFile)
      throws IOException, InterruptedException {
    Path own = data.toAbsolutePath();
    if (Files.exists(own)) {
      DirectoryTree.delete(own);
    }
    Files.createDirectories(own);
    return start(region, libDirectory, Optional.of(own), logFile);
  }

  private static DynamoDbEngine start(
      RegionName region, Path libDirectory, Optional<Path> data, Path logFile)
      throws IOException, InterruptedException {
    requireJars(libDirectory);
    Path log = logFile.toAbsolutePath();
    Files.createDirectories(Objects.requireNonNull(log.getParent(), "a log file has a directory"));
    Files.deleteIfExists(log);
    var engine = new DynamoDbEngine(region, libDirectory, data, log);
    try {
      engine.client.listTables();
      return engine;
    } catch (RuntimeException failed) {
      engine.close();
      throw failed;
    }
  }

  /** The Region whose data this engine holds. */
  public RegionName region() {
    return region;
  }

  /** Where it listens, on loopback, the same after every restart; any credentials will do. */
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

  /**
   * Ends the process at once, as a crash would; what it has answered for is still there.
   *
   * @throws IllegalStateException when it keeps its data in memory
   */
  public synchronized void kill() throws InterruptedException {
    requireDurable();
    process.kill();
  }

  /**
   * Starts the process again on its data and its port, and waits until it listens.
   *
   * @throws IllegalStateException when it keeps its data in memory
   * @throws IOException when it does not; the message quotes the log
   */
  public synchronized void restart() throws IOException, InterruptedException {
    kill();
    process = EngineProcess.start(libDirectory, endpoint.getPort(), data, log);
  }

  /** Ends the process and waits for its end; its data is of no more use. May be repeated. */
  @Override
  public synchronized void close() {
    client.close();
    streams.close();
    process.close();
  }

  private void requireDurable() {
    if (data.isEmpty()) {
      throw new IllegalStateException("an engine in memory would come back empty");
    }
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
}
