package com.globalbooking.local.http;

import com.globalbooking.local.functions.FunctionInvoker;
import com.globalbooking.local.http.AnswerListener.Answered;
import com.globalbooking.local.http.Gateway.Deployed;
import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.loopback.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * One HTTP API on a loopback port of its own. Its definition grows while the program that declares
 * it runs; each request sees one state of it. Neither bodies nor tokens are logged.
 */
public final class HttpApi implements AutoCloseable {
  /** The largest body of a request, in bytes. */
  static final int LARGEST_BODY = 10 << 20;

  private final Clock clock;
  private final AccessLog accessLog;
  private final Gateway gateway;
  private final LoopbackServer server;
  private volatile Deployed deployed;
  private volatile AnswerListener listener = _ -> {};

  private HttpApi(HttpApiDefinition definition, Gateway gateway, Path accessLog, Clock clock) {
    this.deployed = Deployed.of(definition);
    this.gateway = gateway;
    this.clock = clock;
    this.accessLog = new AccessLog(accessLog);
    this.server = LoopbackServer.start(0, this::handle);
  }

  /**
   * Binds a free port; until a stage is open every request is answered 404.
   *
   * @param functions who runs the integrations' functions
   * @param accessLog the file that takes access log lines
   * @param clock dates requests and judges tokens
   */
  public static HttpApi start(
      HttpApiDefinition definition, FunctionInvoker functions, Path accessLog, Clock clock) {
    return start(definition, functions, accessLog, clock, System::nanoTime);
  }

  static HttpApi start(
      HttpApiDefinition definition,
      FunctionInvoker functions,
      Path accessLog,
      Clock clock,
      LongSupplier nanoTime) {
    return new HttpApi(definition, new Gateway(functions, clock, nanoTime), accessLog, clock);
  }

  /** The base URL, without a stage. */
  public URI endpoint() {
    return server.uri();
  }

  /** The API as declared so far. */
  public HttpApiDefinition definition() {
    return deployed.definition();
  }

  /** Adds or replaces an authorizer. */
  public void addAuthorizer(String authorizerId, JwtAuthorizer authorizer) {
    change(definition -> definition.with(authorizerId, authorizer));
  }

  /** Adds or replaces an integration. */
  public void addIntegration(String integrationId, LambdaIntegration integration) {
    change(definition -> definition.with(integrationId, integration));
  }

  /**
   * Adds or replaces a route.
   *
   * @throws IllegalArgumentException when its key is not one
   */
  public void addRoute(HttpRoute route) {
    change(definition -> definition.with(route));
  }

  /** Opens the API for requests. */
  public void openStage(Stage stage) {
    change(definition -> definition.with(stage));
  }

  /** Gives the API another name and other rules for browsers. */
  void rename(String name, Optional<Cors> cors) {
    change(definition -> definition.named(name, cors));
  }

  /** Takes the authorizer, integration or route of this id or key away. */
  void remove(String id) {
    change(definition -> definition.without(id));
  }

  /** Answers every request 404 again. */
  void closeStage() {
    change(HttpApiDefinition::withoutStage);
  }

  /** Has this listener told of each answer to come. */
  void onAnswer(AnswerListener answers) {
    listener = answers;
  }

  @Override
  public void close() {
    server.close();
    gateway.close();
    accessLog.close();
  }

  private synchronized void change(UnaryOperator<HttpApiDefinition> change) {
    deployed = Deployed.of(change.apply(deployed.definition()));
  }

  private void handle(HttpExchange exchange) throws IOException {
    long started = System.nanoTime();
    Deployed current = deployed;
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    GatewayRequest request = GatewayRequest.of(exchange, body, clock.instant());
    Map<String, String> log = new HashMap<>();
    Answer answer = gateway.answer(current, request, log).with("apigw-requestid", request.id());
    log.put("responseLatency", millisSince(started));
    // Before the answer is sent: who has the answer finds its line and its count.
    log(current.definition(), request, answer, log);
    current
        .definition()
        .stage()
        .ifPresent(
            stage ->
                listener.answered(
                    new Answered(
                        current.definition().apiId(),
                        stage.name(),
                        Optional.ofNullable(log.get("routeKey")),
                        answer.status(),
                        Duration.ofNanos(System.nanoTime() - started))));
    answer.send(exchange);
  }

  private void log(
      HttpApiDefinition api, GatewayRequest request, Answer answer, Map<String, String> log) {
    api.stage()
        .ifPresent(
            stage ->
                stage
                    .accessLogFormat()
                    .ifPresent(
                        format -> {
                          log.putAll(Map.of("accountId", api.accountId(), "apiId", api.apiId()));
                          log.put("stage", stage.name());
                          putRequest(log, request);
                          log.put("status", Integer.toString(answer.status()));
                          log.put("responseLength", Integer.toString(answer.body().length));
                          accessLog.write(format, log);
                        }));
  }

  private static void putRequest(Map<String, String> log, GatewayRequest request) {
    log.put("requestId", request.id());
    log.put("extendedRequestId", request.id());
    log.put("httpMethod", request.method());
    log.put("path", request.rawPath());
    log.put("protocol", request.protocol());
    log.put("domainName", request.header("host").orElse("-"));
    log.put("identity.sourceIp", request.sourceIp());
    log.put("identity.userAgent", request.header("user-agent").orElse("-"));
    log.put("requestTime", ProxyEvent.time(request));
    log.put("requestTimeEpoch", Long.toString(request.received().toEpochMilli()));
  }

  private static String millisSince(long nanoTime) {
    return Long.toString(Duration.ofNanos(System.nanoTime() - nanoTime).toMillis());
  }
}
