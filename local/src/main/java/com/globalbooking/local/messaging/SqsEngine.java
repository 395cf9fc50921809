package com.globalbooking.local.messaging;

import com.globalbooking.local.RegionName;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The queues of one local Region: an ElasticMQ server in this process, in memory, on a loopback
 * port of its choice. Unlike SQS it keeps a message for ever, whatever the queue's retention.
 */
public final class SqsEngine implements AutoCloseable {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  /** Quiet, small, and without hooks of its own: the Region decides when it ends. */
  private static final Config CONFIGURATION =
      ConfigFactory.parseString(
          """
          pekko {
            loggers = []
            loglevel = "OFF"
            stdout-loglevel = "OFF"
            actor.default-dispatcher.fork-join-executor { parallelism-min = 2, parallelism-max = 4 }
            coordinated-shutdown.run-by-jvm-shutdown-hook = off
            jvm-shutdown-hooks = off
            # Longer than clients keep an idle connection, so that none reuses a closed one.
            http.server.idle-timeout = 300 s
          }
          """);

  private final RegionName region;
  private final String accountId;
  private final URI publicEndpoint;
  private final ActorSystem actors;
  private final URI endpoint;
  private final SqsClient client;

  private SqsEngine(RegionName region, String accountId, URI publicEndpoint) {
    this.region = region;
    this.accountId = accountId;
    this.publicEndpoint = publicEndpoint;
    this.actors =
        ActorSystem.create(
            "sqs-" + region,
            CONFIGURATION.withFallback(ConfigFactory.load()),
            SqsEngine.class.getClassLoader());
    try {
      this.endpoint = URI.create("http://127.0.0.1:" + listen().getPort());
    } catch (RuntimeException failed) {
      stop();
      throw failed;
    }
    this.client =
        SqsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.of(region.value()))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(5))
                    .socketTimeout(Duration.ofSeconds(30)))
            .build();
  }

  /**
   * Starts an engine; it answers when this returns.
   *
   * @param publicEndpoint where functions send their requests, for the URLs of queues
   */
  public static SqsEngine start(RegionName region, String accountId, URI publicEndpoint) {
    return new SqsEngine(region, accountId, publicEndpoint);
  }

  /** Where it listens, on loopback. */
  public URI endpoint() {
    return endpoint;
  }

  /** A client past every policy and outage, that {@link #close()} closes. */
  public SqsClient client() {
    return client;
  }

  /** The ARN of a queue of this Region. */
  public String arn(String queue) {
    return "arn:aws:sqs:%s:%s:%s".formatted(region, accountId, queue);
  }

  /** The URL of a queue of this Region, as functions know it. */
  public String url(String queue) {
    return publicEndpoint.resolve("/%s/%s".formatted(accountId, queue)).toString();
  }

  /**
   * The URL of the queue with this ARN.
   *
   * @throws IllegalArgumentException when it is no queue of this Region and account
   */
  public String urlOf(String queueArn) {
    String prefix = arn("");
    if (!queueArn.startsWith(prefix)) {
      throw new IllegalArgumentException(
          "'%s' is not a queue of %s in account %s".formatted(queueArn, region, accountId));
    }
    return url(queueArn.substring(prefix.length()));
  }

  /** Whether there is a queue of this name. */
  public boolean exists(String queue) {
    return client.listQueues(list -> list.queueNamePrefix(queue)).queueUrls().stream()
        .anyMatch(url -> url.endsWith("/" + queue));
  }

  /** Ends the server; all messages are gone. May be repeated. */
  @Override
  public void close() {
    client.close();
    stop();
  }

  private InetSocketAddress listen() {
    var visible =
        new NodeAddress(
            publicEndpoint.getScheme(), publicEndpoint.getHost(), publicEndpoint.getPort(), "");
    return SQSRestServerBuilder.withActorSystem(actors)
        .withInterface("127.0.0.1")
        .withDynamicPort()
        .withServerAddress(visible)
        .withAWSRegion(region.value())
        .withAWSAccountId(accountId)
        .start()
        .waitUntilStarted()
        .localAddress();
  }

  private void stop() {
    actors.terminate();
    try {
      actors
          .getWhenTerminated()
          .toCompletableFuture()
          .get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopNow) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stuck) {
      throw new IllegalStateException("the queues of " + region + " do not stop", stuck);
    }
  }
}
