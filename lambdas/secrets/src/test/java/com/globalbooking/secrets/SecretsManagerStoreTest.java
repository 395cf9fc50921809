package com.globalbooking.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Against what Secrets Manager says on the wire. */
class SecretsManagerStoreTest {
  private final List<String> requests = new ArrayList<>();
  private HttpServer server;
  private SecretsManagerStore store;
  private int status = 200;
  private String answer = "{}";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(
              exchange.getRequestHeaders().getFirst("X-Amz-Target")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), UTF_8)
                      .replaceFirst("\"ClientRequestToken\":\"[^\"]*\",?", ""));
          byte[] body = answer.getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    store =
        new SecretsManagerStore(
            SecretsManagerClient.builder()
                .region(Region.of("us-west-2"))
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(
                    config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build());
  }

  @AfterEach
  void stop() {
    store.close();
    server.stop(0);
  }

  @Test
  void readsTheCurrentText() {
    answer = "{\"SecretString\":\"hush\"}";

    assertThat(store.read("arn:s")).isEqualTo("hush");
    assertThat(requests).containsExactly("secretsmanager.GetSecretValue {\"SecretId\":\"arn:s\"}");
  }

  @Test
  void writesANewText() {
    store.write("arn:s", "hush");

    assertThat(requests)
        .singleElement()
        .asString()
        .startsWith("secretsmanager.PutSecretValue ")
        .contains("\"SecretString\":\"hush\"");
  }

  @Test
  void saysThatASecretWithoutATextCannotBeRead() {
    assertThatThrownBy(() -> store.read("arn:s")).isInstanceOf(SecretUnavailableException.class);

    status = 400;
    answer = "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"no version\"}";
    assertThatThrownBy(() -> store.read("arn:s")).isInstanceOf(SecretUnavailableException.class);
    assertThatThrownBy(() -> store.write("arn:s", "hush"))
        .isInstanceOf(SecretUnavailableException.class);
  }
}
