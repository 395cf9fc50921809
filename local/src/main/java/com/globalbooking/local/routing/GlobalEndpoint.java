package com.globalbooking.local.routing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.loopback.LoopbackServer;
import com.globalbooking.local.loopback.PassThrough;
import com.globalbooking.local.routing.ApiGateways.Destination;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The way of guests into the local Regions: resolves the name of each request's {@code Host} as
 * Route 53 does, passes the request to the API Gateway of that Region, and says which one in the
 * answer's header {@code X-Local-Region}. A request to this machine by its own name means the
 * global name. Where the guest is, the request's header {@code X-Local-Nearest} says; without it,
 * at the first Region.
 *
 * <p>A request goes to the one Region that its name leads to, as a guest's does: while a Region is
 * down and its health check has not noticed, guests are answered 502 or 503. A name is resolved for
 * each request; guests in the real world keep an answer for a minute.
 */
public final class GlobalEndpoint implements AutoCloseable {
  /** Names, in an answer, the Region that gave it. */
  public static final String REGION_HEADER = "X-Local-Region";

  /** Names, in a request, the Region nearest to the guest. */
  public static final String NEAREST_HEADER = "X-Local-Nearest";

  private static final Duration ANSWER_MAX = Duration.ofSeconds(35);
  private static final Set<String> THIS_MACHINE = Set.of("", "127.0.0.1", "localhost", "[::1]");

  private final AccountRouting routing;
  private final String globalName;
  private final RegionName first;
  private final PassThrough onward = new PassThrough();
  private final LoopbackServer server;

  private GlobalEndpoint(int port, AccountRouting routing, String globalName, RegionName first) {
    this.routing = routing;
    this.globalName = globalName;
    this.first = first;
    this.server = LoopbackServer.start(port, this::handle);
  }

  /**
   * Opens the endpoint.
   *
   * @param port 0 for any free one
   * @param globalName the name that guests know
   * @param first where a guest is who does not say so
   */
  public static GlobalEndpoint start(
      int port, AccountRouting routing, String globalName, RegionName first) {
    return new GlobalEndpoint(port, routing, globalName, first);
  }

  /** The base URL. */
  public URI uri() {
    return server.uri();
  }

  /** The name that guests know. */
  public String globalName() {
    return globalName;
  }

  /** The Regions that the global name leads to. */
  public List<RegionHealth> health() {
    return routing.health(globalName);
  }

  @Override
  public void close() {
    server.close();
    onward.close();
  }

  /** Serves a request, from whichever port it came. */
  void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      answer(exchange, body).send(exchange);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private Answer answer(HttpExchange exchange, byte[] body) throws InterruptedException {
    String target = exchange.getRequestURI().toString();
    String host = hostOf(exchange);
    boolean here = THIS_MACHINE.contains(host);
    if (here && target.equals("/") && exchange.getRequestMethod().equals("GET")) {
      return Answer.json(200, listing());
    }
    RegionName guest;
    try {
      guest =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst(NEAREST_HEADER))
              .map(RegionName::new)
              .orElse(first);
    } catch (IllegalArgumentException e) {
      return refusal(400, NEAREST_HEADER + ": " + e.getMessage());
    }
    return switch (routing.gateways().follow(here ? globalName : host, target, guest)) {
      case Destination.Api api -> pass(api, exchange, body);
      case Destination.Forbidden(RegionName region) ->
          refusal(403, "Forbidden").with(REGION_HEADER, region.value());
      case Destination.Unreachable(RegionName region) -> notConnected(region);
      case Destination.NoSuchName(String name) ->
          refusal(502, "The name %s leads to no API.".formatted(name));
    };
  }

  private Answer pass(Destination.Api api, HttpExchange exchange, byte[] body)
      throws InterruptedException {
    Headers headers = exchange.getRequestHeaders();
    try {
      return onward
          .send(api.address(), exchange.getRequestMethod(), headers, body, ANSWER_MAX)
          .with(REGION_HEADER, api.region().value());
    } catch (ConnectException | HttpConnectTimeoutException nothingSent) {
      return notConnected(api.region());
    } catch (IOException brokenOff) {
      return refusal(502, "The Region broke off; whether it did what was asked is not known.")
          .with(REGION_HEADER, api.region().value());
    }
  }

  private static Answer notConnected(RegionName region) {
    return refusal(503, "The Region cannot be connected; nothing was sent.")
        .with(REGION_HEADER, region.value());
  }

  /** Without the port, as a name server and a gateway take it. */
  private static String hostOf(HttpExchange exchange) {
    String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
    return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
  }

  private String listing() {
    ObjectNode listing = JsonNodeFactory.instance.objectNode().put("name", globalName);
    ArrayNode all = listing.putArray("regions");
    for (RegionHealth health : health()) {
      ObjectNode region =
          all.addObject()
              .put("region", health.region().value())
              .put("healthCheckId", health.healthCheckId().orElse(""))
              .put("healthy", health.healthy())
              .put("drained", health.drained());
      ArrayNode parts = region.putArray("checks");
      health
          .parts()
          .forEach(
              part ->
                  parts
                      .addObject()
                      .put("id", part.id())
                      .put("type", part.type())
                      .put("healthy", part.healthy()));
    }
    return listing.toString();
  }

  private static Answer refusal(int status, String message) {
    return Answer.json(
        status, JsonNodeFactory.instance.objectNode().put("message", message).toString());
  }
}
