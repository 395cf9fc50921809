package com.globalbooking.local.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.aws.AccessControl.Decision;
import com.globalbooking.local.aws.AccessKeys.Caller;
import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.loopback.LoopbackServer;
import com.globalbooking.local.network.LinkCutException;
import com.globalbooking.local.network.Network;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one endpoint of all AWS services in all local Regions. Region, service and caller stand in
 * the signature's scope and access key, so no address names them; the signature itself is not
 * verified, as only processes of this machine get here.
 *
 * <p>A request of a caller in another Region crosses the network before it is looked at, and its
 * answer crosses it again. Where the link is cut, the caller's connection stays silent for a while
 * and is then closed without an answer; when it was the answer that could not cross, what was asked
 * for has been done.
 */
public final class AwsEndpoint implements AutoCloseable {
  /** How long a caller hears nothing across a cut link; its own time limit may be shorter. */
  public static final Duration SILENCE = Duration.ofSeconds(1);

  private static final String SOURCE_FUNCTION = "lambda:SourceFunctionArn";
  private static final int LARGEST_BODY = 16 << 20;

  private final AccessKeys keys;
  private final AccessControl access;
  private final Network network;
  private final Map<String, AwsService> services;
  private final Outages outages;
  private final Duration silence;
  private final LoopbackServer server;

  private AwsEndpoint(
      AccessKeys keys,
      AccessControl access,
      Network network,
      List<AwsService> services,
      Outages outages,
      Duration silence) {
    this.keys = keys;
    this.access = access;
    this.network = network;
    this.services =
        services.stream().collect(Collectors.toMap(AwsService::signingName, Function.identity()));
    this.outages = outages;
    this.silence = silence;
    this.server = LoopbackServer.start(0, this::handle);
  }

  /** Opens the endpoint on a free port. */
  public static AwsEndpoint start(
      AccessKeys keys, AccessControl access, Network network, List<AwsService> services) {
    return start(keys, access, network, services, new Outages());
  }

  /**
   * The same, with services that can be made unavailable.
   *
   * @param outages what answers 503 for the moment
   */
  public static AwsEndpoint start(
      AccessKeys keys,
      AccessControl access,
      Network network,
      List<AwsService> services,
      Outages outages) {
    return new AwsEndpoint(keys, access, network, services, outages, SILENCE);
  }

  static AwsEndpoint start(
      AccessKeys keys,
      AccessControl access,
      Network network,
      List<AwsService> services,
      Duration silence) {
    return new AwsEndpoint(keys, access, network, services, new Outages(), silence);
  }

  /** For {@code AWS_ENDPOINT_URL}. */
  public URI uri() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
      answer(exchange, body).send(exchange);
    } catch (LinkCutException cut) {
      fallSilent(exchange);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private Answer answer(HttpExchange exchange, byte[] body)
      throws LinkCutException, InterruptedException {
    if (body.length > LARGEST_BODY) {
      return unserved(413, "RequestEntityTooLargeException", "The request is too large.");
    }
    var scope = CredentialScope.parse(exchange.getRequestHeaders().getFirst("Authorization"));
    if (scope.isEmpty()) {
      return unserved(
          403, "MissingAuthenticationTokenException", "The request has no usable signature.");
    }
    CredentialScope signed = scope.get();
    AwsService service = services.get(signed.service());
    if (service == null) {
      return unserved(
          400,
          "UnknownService",
          "Local Regions have no service '%s'; there are %s."
              .formatted(signed.service(), services.keySet().stream().sorted().toList()));
    }
    var caller = keys.callerOf(signed.accessKeyId());
    if (caller.isEmpty()) {
      return service.shape(
          new AwsFault(
              400,
              "UnrecognizedClientException",
              "The security token included in the request is invalid."));
    }
    var request =
        new AwsRequest(
            signed.region(),
            caller.get(),
            exchange.getRequestMethod(),
            exchange.getRequestURI(),
            exchange.getRequestHeaders(),
            body);
    return acrossTheNetwork(service, request);
  }

  private Answer acrossTheNetwork(AwsService service, AwsRequest request)
      throws LinkCutException, InterruptedException {
    RegionName home = request.caller().region();
    network.cross(home, request.region());
    Answer answer;
    try {
      refuseDuringOutage(request.region(), service);
      authorise(request, service.permissions(request));
      answer = service.answer(request);
    } catch (AwsFault fault) {
      answer = service.shape(fault);
    }
    network.cross(request.region(), home);
    return answer;
  }

  private void refuseDuringOutage(RegionName region, AwsService service) throws AwsFault {
    if (outages.isDown(region, service.signingName())) {
      throw new AwsFault(
          503,
          "ServiceUnavailable",
          "%s in %s is unavailable.".formatted(service.signingName(), region));
    }
  }

  private void authorise(AwsRequest request, List<Permission> permissions) throws AwsFault {
    Caller caller = request.caller();
    permissions.forEach(asked -> access.observe(caller.functionName(), asked.action()));
    // What Lambda says of every call that a function's code makes.
    Set<String> function = Set.of(caller.functionArn());
    for (Permission asked : permissions) {
      switch (access.check(caller.roleArn(), asked.with(SOURCE_FUNCTION, function))) {
        case Decision.Allowed() -> {}
        case Decision.Denied(boolean explicit) -> throw denied(caller, asked, explicit);
      }
    }
  }

  private static AwsFault denied(Caller caller, Permission asked, boolean explicit) {
    String because =
        explicit
            ? "with an explicit deny in an identity-based policy"
            : "because no identity-based policy allows the " + asked.action() + " action";
    return new AwsFault(
        403,
        "AccessDeniedException",
        "User: %s is not authorized to perform: %s on resource: %s %s"
            .formatted(caller.sessionArn(), asked.action(), asked.resourceArn(), because));
  }

  private void fallSilent(HttpExchange exchange) {
    try {
      Thread.sleep(silence);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  /** A fault before any service is found: the JSON protocols' shape, as most clients parse it. */
  private static Answer unserved(int status, String code, String message) {
    String json =
        JsonNodeFactory.instance
            .objectNode()
            .put("__type", code)
            .put("message", message)
            .toString();
    return Answer.json(status, json).with("x-amzn-ErrorType", code);
  }
}
