package com.globalbooking.store;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Gives tests a client of DynamoDB Local, which runs in memory as a process of its own: its class
 * path needs an older SDK. One engine serves a whole test run.
 */
public final class DynamoDbLocal implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == DynamoDbClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(DynamoDbLocal.class))
        .computeIfAbsent(Engine.class, _ -> Engine.start(), Engine.class)
        .client();
  }

  /** A running engine. */
  private record Engine(Process process, DynamoDbClient client) implements AutoCloseable {

    static Engine start() {
      String library = System.getProperty("dynamodb-local.lib", "");
      if (!Files.isDirectory(Path.of(library))) {
        throw new IllegalStateException(
            "no directory " + library + ": package local/dynamodb-local first");
      }
      try {
        int port = freePort();
        Path target = Files.createDirectories(Path.of("target"));
        var command =
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-cp",
                    Path.of(library, "*").toString(),
                    "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
                    "-inMemory",
                    "-sharedDb",
                    "-disableTelemetry",
                    "-port",
                    Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                // It leaves a file where it runs.
                .directory(Files.createTempDirectory(target, "dynamodb-local").toFile());
        Process process = command.start();
        // If this JVM is ended from outside, the engine must not outlive it.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        DynamoDbClient client = client(port);
        awaitAnswer(process, client);
        return new Engine(process, client);
      } catch (IOException e) {
        throw new IllegalStateException("DynamoDB Local did not start", e);
      }
    }

    private static int freePort() throws IOException {
      try (var socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      }
    }

    private static DynamoDbClient client(int port) {
      return DynamoDbClient.builder()
          .endpointOverride(URI.create("http://127.0.0.1:" + port))
          .region(Region.of("us-west-2"))
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClientBuilder(
              UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(30)))
          .overrideConfiguration(
              config ->
                  config
                      .retryStrategy(RetryMode.STANDARD)
                      .apiCallAttemptTimeout(Duration.ofSeconds(30)))
          .build();
    }

    /** The engine says nothing when it is ready: ask until it answers. */
    private static void awaitAnswer(Process process, DynamoDbClient client) {
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
      while (true) {
        try {
          client.listTables();
          return;
        } catch (SdkClientException e) {
          if (!process.isAlive() || System.nanoTime() > end) {
            process.destroyForcibly();
            throw new IllegalStateException("DynamoDB Local did not answer", e);
          }
        }
      }
    }

    @Override
    public void close() {
      client.close();
      process.destroyForcibly();
    }
  }
}
