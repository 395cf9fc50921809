package com.globalbooking.local.http;

import com.globalbooking.local.functions.FunctionInvoker;
import com.globalbooking.local.functions.InvocationResult;
import com.globalbooking.local.http.RouteTable.Match;
import com.globalbooking.local.loopback.Answer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of a request through an HTTP API: matched with a route, counted against the route's token
 * bucket, authorised, handed to the function.
 */
final class Gateway implements AutoCloseable {
  private final FunctionInvoker functions;
  private final Clock clock;
  private final Throttle throttle;
  private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<URI, IssuerKeys> issuers = new ConcurrentHashMap<>();

  /** A definition with its routes in order: what one request sees. */
  record Deployed(HttpApiDefinition definition, RouteTable routes) {
    static Deployed of(HttpApiDefinition definition) {
      return new Deployed(definition, new RouteTable(definition.routes().values()));
    }
  }

  /** What the route asks of the caller is met, by a token or because it asks for none. */
  private record Admission(Optional<TokenVerdict.Accepted> token, @Nullable Answer refusal) {}

  Gateway(FunctionInvoker functions, Clock clock, LongSupplier nanoTime) {
    this.functions = functions;
    this.clock = clock;
    this.throttle = new Throttle(nanoTime);
  }

  /**
   * Answers a request.
   *
   * @param log takes values for the access log
   */
  Answer answer(Deployed deployed, GatewayRequest request, Map<String, String> log) {
    HttpApiDefinition api = deployed.definition();
    if (api.stage().isEmpty()) {
      return refused(Refusal.NOT_FOUND, log);
    }
    Stage stage = api.stage().get();
    if (api.cors().isPresent() && CorsHeaders.isPreflight(request)) {
      return CorsHeaders.preflight(api.cors().get(), request);
    }
    Answer answer = routed(deployed, stage, request, log);
    return api.cors().map(cors -> CorsHeaders.replaceIn(answer, cors, request)).orElse(answer);
  }

  @Override
  public void close() {
    invocations.shutdownNow();
  }

  private Answer routed(
      Deployed deployed, Stage stage, GatewayRequest request, Map<String, String> log) {
    if (request.body().length > HttpApi.LARGEST_BODY) {
      return refused(Refusal.TOO_LARGE, log);
    }
    Optional<Match> match =
        pathWithin(stage, request).flatMap(path -> deployed.routes().match(request.method(), path));
    if (match.isEmpty()) {
      return refused(Refusal.NOT_FOUND, log);
    }
    HttpRoute route = match.get().route();
    log.put("routeKey", route.routeKey());
    if (!throttle.admits(stage, route)) {
      return refused(Refusal.THROTTLED, log);
    }
    HttpApiDefinition api = deployed.definition();
    Admission admission = admit(api, route, request, log);
    if (admission.refusal() != null) {
      return admission.refusal();
    }
    LambdaIntegration integration = api.integrations().get(route.integrationId());
    if (integration == null) {
      log.put("integrationErrorMessage", "the route has no integration");
      return refused(Refusal.INTERNAL, log);
    }
    byte[] event = ProxyEvent.of(request, match.get(), admission.token(), api, stage);
    long started = System.nanoTime();
    Answer answer = invoke(integration, event, log);
    String latency = Long.toString(Duration.ofNanos(System.nanoTime() - started).toMillis());
    log.put("integrationLatency", latency);
    log.put("integration.latency", latency);
    return answer;
  }

  /** The path that routes are matched with; empty when it is not in the stage. */
  private static Optional<String> pathWithin(Stage stage, GatewayRequest request) {
    String path = request.rawPath();
    String prefix = "/" + stage.name();
    if (stage.name().equals(Stage.DEFAULT)) {
      return Optional.of(path);
    }
    if (path.equals(prefix)) {
      return Optional.of("/");
    }
    return path.startsWith(prefix + "/")
        ? Optional.of(path.substring(prefix.length()))
        : Optional.empty();
  }

  private Admission admit(
      HttpApiDefinition api, HttpRoute route, GatewayRequest request, Map<String, String> log) {
    if (route.authorizerId().isEmpty()) {
      return new Admission(Optional.empty(), null);
    }
    JwtAuthorizer authorizer = api.authorizers().get(route.authorizerId().get());
    if (authorizer == null) {
      log.put("authorizer.error", "there is no authorizer " + route.authorizerId().get());
      return new Admission(Optional.empty(), refused(Refusal.INTERNAL, log));
    }
    IssuerKeys keys = issuers.computeIfAbsent(authorizer.issuer(), IssuerKeys::new);
    var verifier = new TokenVerifier(authorizer, keys, clock);
    return switch (verifier.verify(request.header("authorization"), route.scopes())) {
      case TokenVerdict.Accepted accepted -> {
        accepted.claims().forEach((name, value) -> log.put("authorizer.claims." + name, value));
        yield new Admission(Optional.of(accepted), null);
      }
      case TokenVerdict.Unauthorized(String reason) -> {
        log.put("authorizer.error", reason);
        boolean noToken = request.header("authorization").isEmpty();
        yield refusedWith(
            Refusal.UNAUTHORIZED, noToken ? "Bearer" : "Bearer error=\"invalid_token\"", log);
      }
      case TokenVerdict.Forbidden(String reason) -> {
        log.put("authorizer.error", reason);
        String scopes = String.join(" ", route.scopes().stream().sorted().toList());
        yield refusedWith(
            Refusal.FORBIDDEN, "Bearer scope=\"" + scopes + "\" error=\"insufficient_scope\"", log);
      }
    };
  }

  private Answer invoke(LambdaIntegration integration, byte[] event, Map<String, String> log) {
    Future<InvocationResult> invocation =
        invocations.submit(() -> functions.invoke(integration.functionName(), event));
    try {
      InvocationResult result =
          invocation.get(integration.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return answer(result, log);
    } catch (TimeoutException late) {
      // The function goes on, as it does behind API Gateway.
      log.put("integrationErrorMessage", "the function did not answer in time");
      return refused(Refusal.UNAVAILABLE, log);
    } catch (ExecutionException e) {
      log.put("integrationErrorMessage", String.valueOf(e.getCause()));
      return refused(Refusal.INTERNAL, log);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return refused(Refusal.UNAVAILABLE, log);
    }
  }

  private static Answer answer(InvocationResult result, Map<String, String> log) {
    return switch (result) {
      case InvocationResult.Succeeded(byte[] payload) ->
          ProxyResponse.parse(payload)
              .orElseGet(() -> failed("the function's answer is malformed", Refusal.INTERNAL, log));
      case InvocationResult.Failed(String type, byte[] _) ->
          failed("the function failed: " + type, Refusal.INTERNAL, log);
      case InvocationResult.TimedOut() -> failed("the function timed out", Refusal.INTERNAL, log);
      case InvocationResult.Throttled() ->
          failed("the function is throttled", Refusal.UNAVAILABLE, log);
      case InvocationResult.NoSuchFunction() ->
          failed("there is no such function", Refusal.INTERNAL, log);
    };
  }

  private static Answer failed(String why, Refusal refusal, Map<String, String> log) {
    log.put("integrationErrorMessage", why);
    return refused(refusal, log);
  }

  private static Admission refusedWith(Refusal refusal, String challenge, Map<String, String> log) {
    Answer answer = refused(refusal, log).with("www-authenticate", challenge);
    return new Admission(Optional.empty(), answer);
  }

  private static Answer refused(Refusal refusal, Map<String, String> log) {
    log.put("error.message", refusal.message());
    log.put("error.responseType", refusal.name());
    return refusal.answer();
  }
}
