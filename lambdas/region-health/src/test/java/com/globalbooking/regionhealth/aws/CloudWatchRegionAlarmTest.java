package com.globalbooking.regionhealth.aws;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.domain.health.RegionAlarm.State;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;

/** Over the protocol that the pinned SDK speaks: Smithy RPC v2 in CBOR. */
class CloudWatchRegionAlarmTest {
  private final List<String> requests = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private int status = 200;
  private byte[] answer = composite("guests-cannot-book", "OK");
  private HttpServer server;
  private CloudWatchClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    client =
        CloudWatchClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.US_WEST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "OK, OK",
    "ALARM, ALARM",
    "INSUFFICIENT_DATA, INSUFFICIENT_DATA",
    "HALF_RAISED, UNKNOWN"
  })
  void readsTheStateOfTheCompositeAlarm(String stateValue, State state) {
    answer = composite("guests-cannot-book", stateValue);

    assertThat(alarm().state()).isEqualTo(state);
  }

  @Test
  void asksForOneCompositeAlarmByItsName() {
    var _ = alarm().state();

    assertThat(requests)
        .containsExactly(
            "POST /service/GraniteServiceVersion20100801/operation/DescribeAlarms"
                + " rpc-v2-cbor application/cbor");
    assertThat(bodies.getFirst())
        .contains("AlarmNames", "guests-cannot-book", "AlarmTypes", "CompositeAlarm");
  }

  @Test
  void anAlarmThatDoesNotExistIsUnknown() {
    answer = new Cbor().map(1).text("CompositeAlarms").array(0).bytes();
    assertThat(alarm().state()).isEqualTo(State.UNKNOWN);

    answer = new Cbor().map(0).bytes();
    assertThat(alarm().state()).isEqualTo(State.UNKNOWN);

    answer = composite("guests-cannot-book-2", "ALARM");
    assertThat(alarm().state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void aRefusalIsAFault() {
    status = 400;
    answer = new Cbor().map(1).text("__type").text("com.amazonaws.cloudwatch#AccessDenied").bytes();

    assertThatThrownBy(() -> alarm().state()).isInstanceOf(CloudWatchException.class);
  }

  private CloudWatchRegionAlarm alarm() {
    return new CloudWatchRegionAlarm(client, "guests-cannot-book");
  }

  private static byte[] composite(String name, String state) {
    return new Cbor()
        .map(1)
        .text("CompositeAlarms")
        .array(1)
        .map(2)
        .text("AlarmName")
        .text(name)
        .text("StateValue")
        .text(state)
        .bytes();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(
          exchange.getRequestMethod()
              + " "
              + exchange.getRequestURI()
              + " "
              + exchange.getRequestHeaders().getFirst("smithy-protocol")
              + " "
              + exchange.getRequestHeaders().getFirst("content-type"));
      bodies.add(new String(exchange.getRequestBody().readAllBytes(), US_ASCII));
      exchange.getResponseHeaders().add("smithy-protocol", "rpc-v2-cbor");
      exchange.getResponseHeaders().add("content-type", "application/cbor");
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /** As much of RFC 8949 as an answer needs. */
  private static final class Cbor {
    private static final int TEXT = 0x60;
    private static final int ARRAY = 0x80;
    private static final int MAP = 0xa0;
    private static final int ONE_BYTE_OF_LENGTH = 24;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Cbor map(int entries) {
      return head(MAP, entries);
    }

    Cbor array(int elements) {
      return head(ARRAY, elements);
    }

    Cbor text(String text) {
      head(TEXT, text.length());
      out.writeBytes(text.getBytes(US_ASCII));
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private Cbor head(int major, int length) {
      if (length < ONE_BYTE_OF_LENGTH) {
        out.write(major + length);
      } else {
        out.write(major + ONE_BYTE_OF_LENGTH);
        out.write(length);
      }
      return this;
    }
  }
}
