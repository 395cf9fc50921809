package com.globalbooking.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.globalbooking.local.functions.InvocationResult;
import com.globalbooking.local.identity.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpApiTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORMAT =
      "$context.routeKey $context.status $context.authorizer.claims.sub $context.stage"
          + " $context.error.message";

  private static TokenIssuer issuer;

  @TempDir private Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicLong nanoTime = new AtomicLong();
  private final CountDownLatch never = new CountDownLatch(1);
  private HttpApi api;

  @BeforeAll
  static void startIssuer() {
    issuer = TokenIssuer.start(0, CLOCK);
  }

  @AfterAll
  static void stopIssuer() {
    issuer.close();
  }

  @BeforeEach
  void start() {
    start(Optional.empty());
  }

  @AfterEach
  void close() {
    never.countDown();
    api.close();
    client.shutdownNow();
  }

  @Test
  void isNotFoundUntilItsStageIsOpen() throws Exception {
    assertThat(get("/open").body()).isEqualTo("{\"message\":\"Not Found\"}");

    api.openStage(stage(Optional.empty()));
    assertThat(get("/open").statusCode()).isEqualTo(200);
  }

  @Test
  void handsTheRequestToTheFunctionInFormat2() throws Exception {
    open();

    JsonNode event =
        JSON.readTree(
            send(to("/things/a%20b?x=1&x=2&y=%C3%A9&z")
                    .header("X-Many", "one")
                    .header("X-Many", "two")
                    .header("Cookie", "a=1; b=2")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"ü\":1}")))
                .body());

    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("POST /things/{thing}");
    assertThat(event.path("rawPath").asText()).isEqualTo("/things/a%20b");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("x=1&x=2&y=%C3%A9&z");
    assertThat(event.path("cookies")).hasToString("[\"a=1\",\"b=2\"]");
    assertThat(event.path("headers").path("x-many").asText()).isEqualTo("one,two");
    assertThat(event.path("queryStringParameters"))
        .hasToString("{\"x\":\"1,2\",\"y\":\"é\",\"z\":\"\"}");
    assertThat(event.path("pathParameters")).hasToString("{\"thing\":\"a b\"}");
    assertThat(event.path("stageVariables")).hasToString("{\"v\":\"1\"}");
    assertThat(event.path("body").asText()).isEqualTo("{\"ü\":1}");
    assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
    JsonNode context = event.path("requestContext");
    assertThat(context.path("accountId").asText()).isEqualTo("123456789012");
    assertThat(context.path("apiId").asText()).isEqualTo("api1");
    assertThat(context.path("stage").asText()).isEqualTo("$default");
    assertThat(context.path("time").asText()).isEqualTo("20/Nov/2026:12:00:00 +0000");
    assertThat(context.path("timeEpoch").asLong()).isEqualTo(CLOCK.millis());
    assertThat(context.path("http").path("method").asText()).isEqualTo("POST");
    assertThat(context.path("http").path("sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.has("authorizer")).isFalse();
  }

  @Test
  void aRouteWithAnAuthorizerTakesGoodTokensOnly() throws Exception {
    open();

    HttpResponse<String> none = get("/secret");
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(none.headers().firstValue("www-authenticate")).contains("Bearer");

    HttpResponse<String> poor = get("/secret", token("booking:read"));
    assertThat(poor.statusCode()).isEqualTo(403);
    assertThat(poor.body()).isEqualTo("{\"message\":\"Forbidden\"}");
    assertThat(poor.headers().firstValue("www-authenticate").orElseThrow())
        .contains("scope=\"booking:write\"", "insufficient_scope");

    JsonNode jwt =
        JSON.readTree(get("/secret", token("booking:write x")).body())
            .path("requestContext")
            .path("authorizer")
            .path("jwt");
    assertThat(jwt.path("claims").path("sub").asText()).isEqualTo("guest-1");
    assertThat(jwt.path("claims").path("exp").isTextual()).isTrue();
    assertThat(jwt.path("scopes")).hasToString("[\"booking:write\"]");
  }

  @Test
  void aRouteIsThrottledByItsTokenBucket() throws Exception {
    api.openStage(stage(Optional.of(new Throttling(1, 2))));

    assertThat(get("/open").statusCode()).isEqualTo(200);
    assertThat(get("/open").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = get("/open");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
    nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(get("/open").statusCode()).isEqualTo(200);
  }

  @Test
  void answersForFunctionsThatDoNot() throws Exception {
    open();

    assertAnswer("/failing", 500, "Internal Server Error");
    assertAnswer("/malformed", 500, "Internal Server Error");
    assertAnswer("/stuck", 503, "Service Unavailable");
    assertAnswer("/throttled", 503, "Service Unavailable");
    assertAnswer("/missing", 500, "Internal Server Error");
    assertAnswer("/nowhere", 404, "Not Found");
  }

  @Test
  void refusesABodyOfMoreThanTenMegabytes() throws Exception {
    open();

    assertThat(send(to("/things/1").POST(body(HttpApi.LARGEST_BODY + 1))).statusCode())
        .isEqualTo(413);
  }

  @Test
  void writesTheAccessLogInTheStagesFormat() throws Exception {
    open();
    get("/secret", token("booking:write"));
    get("/nowhere");
    api.close();

    assertThat(directory.resolve("access.log"))
        .hasContent("GET /secret 200 guest-1 $default -\n- 404 - $default Not Found\n");
  }

  @Test
  void answersPreflightRequestsOfAnApiWithCors() throws Exception {
    api.close();
    start(Optional.of(CorsHeadersTest.CORS));
    api.openStage(stage(Optional.empty()));

    HttpRequest.Builder preflight =
        to("/secret")
            .header("Access-Control-Request-Method", "GET")
            .header("Origin", "https://a.example")
            .method("OPTIONS", BodyPublishers.noBody());
    assertThat(send(preflight).statusCode()).isEqualTo(204);
    assertThat(
            send(to("/open").header("Origin", "https://a.example"))
                .headers()
                .firstValue("access-control-allow-origin"))
        .contains("https://a.example");
  }

  @Test
  void aNamedStageIsTheFirstSegmentOfThePath() throws Exception {
    api.openStage(new Stage("v1", Optional.empty(), Map.of(), Optional.empty(), Map.of()));

    assertThat(get("/v1/open").statusCode()).isEqualTo(200);
    assertThat(get("/open").statusCode()).isEqualTo(404);
  }

  private void open() {
    api.openStage(stage(Optional.empty()));
  }

  private void start(Optional<Cors> cors) {
    api =
        HttpApi.start(
            HttpApiDefinition.of("api1", "booking", "123456789012", cors),
            this::run,
            directory.resolve("access.log"),
            CLOCK,
            nanoTime::get);
    api.addAuthorizer("jwt", new JwtAuthorizer(issuer.issuer(), List.of("booking-api")));
    route("GET /secret", "echo", Optional.of("jwt"), Set.of("booking:write"));
    route("GET /open", "echo", Optional.empty(), Set.of());
    route("POST /things/{thing}", "echo", Optional.empty(), Set.of());
    for (String name : List.of("failing", "malformed", "stuck", "throttled", "missing")) {
      route("GET /" + name, name, Optional.empty(), Set.of());
    }
  }

  private void route(String key, String function, Optional<String> authorizer, Set<String> scopes) {
    Duration timeout = function.equals("stuck") ? Duration.ofMillis(20) : LambdaIntegration.LONGEST;
    api.addIntegration("to-" + function, new LambdaIntegration(function, timeout));
    api.addRoute(new HttpRoute(key, "to-" + function, authorizer, scopes));
  }

  private static Stage stage(Optional<Throttling> throttling) {
    return new Stage(Stage.DEFAULT, throttling, Map.of(), Optional.of(FORMAT), Map.of("v", "1"));
  }

  private InvocationResult run(String function, byte[] event) {
    return switch (function) {
      case "echo" -> new InvocationResult.Succeeded(event);
      case "failing" -> new InvocationResult.Failed("Odd", event);
      case "malformed" -> new InvocationResult.Succeeded("?".getBytes(UTF_8));
      case "throttled" -> new InvocationResult.Throttled();
      case "stuck" -> {
        try {
          never.await();
        } catch (InterruptedException closing) {
          Thread.currentThread().interrupt();
        }
        yield new InvocationResult.TimedOut();
      }
      default -> new InvocationResult.NoSuchFunction();
    };
  }

  private void assertAnswer(String path, int status, String message) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
  }

  private String token(String scope) {
    return issuer.token("guest-1", scope, "booking-api", Duration.ofHours(1));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(to(path));
  }

  private HttpResponse<String> get(String path, String token)
      throws IOException, InterruptedException {
    return send(to(path).header("Authorization", "Bearer " + token));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(api.endpoint() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  private static HttpRequest.BodyPublisher body(int bytes) {
    return BodyPublishers.ofByteArray(new byte[bytes]);
  }
}
