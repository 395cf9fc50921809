package com.globalbooking.forwarding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.Region;
import com.globalbooking.httpapi.ApiAnswer;
import com.globalbooking.httpapi.ApiEvent;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Against a Lambda endpoint on loopback. */
class CrossRegionInvocationTest {
  private static final Region HERE = new Region("us-west-2");
  private static final Region THERE = new Region("eu-west-1");
  private static final String ANSWER =
      "{\"statusCode\":409,\"headers\":{\"x-a\":\"b\"},\"body\":\"{}\"}";

  private final List<String> requests = new ArrayList<>();
  private HttpServer lambda;
  private CrossRegionInvocation invocation;
  private int status = 200;
  private String answer = ANSWER;
  private boolean functionFails;

  @BeforeEach
  void start() throws IOException {
    lambda = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    lambda.createContext("/", this::answer);
    lambda.start();
    invocation =
        new CrossRegionInvocation(
            "booking",
            new DeployedRegions(HERE, List.of(HERE, THERE)),
            client ->
                client
                    .endpointOverride(
                        URI.create("http://127.0.0.1:" + lambda.getAddress().getPort()))
                    .credentialsProvider(
                        StaticCredentialsProvider.create(
                            AwsBasicCredentials.create("id", "secret"))));
  }

  @AfterEach
  void stop() {
    invocation.close();
    lambda.stop(0);
  }

  @Test
  void invokesTheLiveVersionOfTheFunctionOfTheSameNameWithTheSameEventAndSaysWhoForwardsIt()
      throws Exception {
    ApiAnswer got = invocation.forward(event(), THERE);

    assertThat(got).isEqualTo(new ApiAnswer(409, Map.of("x-a", "b"), "{}"));
    assertThat(requests)
        .containsExactly(
            "POST /2015-03-31/functions/booking/invocations?Qualifier=live eu-west-1 "
                + "{\"routeKey\":\"POST /book\",\"body\":\"{}\","
                + "\"stageVariables\":{\"forwardedFrom\":\"us-west-2\"}}");
  }

  @Test
  void isBusyWhenTheOtherRegionFailsAndAsksItOnce() throws Exception {
    status = 500;

    assertThat(invocation.forward(event(), THERE).status()).isEqualTo(503);
    assertThat(requests).hasSize(1);
  }

  @Test
  void isBusyWhenTheOtherFunctionFails() throws Exception {
    functionFails = true;

    assertThat(invocation.forward(event(), THERE).status()).isEqualTo(503);
  }

  @Test
  void isBusyWhenTheAnswerIsNone() throws Exception {
    answer = "null";

    assertThat(invocation.forward(event(), THERE).status()).isEqualTo(503);
  }

  @Test
  void isBusyWhenTheOtherRegionCannotBeReached() throws Exception {
    lambda.stop(0);

    ApiAnswer got = invocation.forward(event(), THERE);

    assertThat(got.status()).isEqualTo(503);
    assertThat(got.headers()).containsEntry("retry-after", "1");
  }

  private static ApiEvent event() throws IOException {
    return ApiEvent.read(
        new ByteArrayInputStream("{\"routeKey\":\"POST /book\",\"body\":\"{}\"}".getBytes(UTF_8)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    // The Region for which the request was signed.
    String region =
        exchange
            .getRequestHeaders()
            .getFirst("Authorization")
            .replaceAll(".*/(.*?)/lambda/.*", "$1");
    requests.add(
        exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + region + " " + body);
    if (functionFails) {
      exchange.getResponseHeaders().add("X-Amz-Function-Error", "Unhandled");
    }
    byte[] bytes = answer.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
