package com.globalbooking.local.routing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.local.RegionName;
import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.loopback.LoopbackServer;
import com.globalbooking.local.loopback.PassThrough;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The global name of the API: passes each request to the nearest healthy Region and says which one
 * in the answer's header {@code X-Local-Region}. Where the guest is, the request's header {@code
 * X-Local-Nearest} says; without it, at the first Region.
 *
 * <p>When all Regions are unhealthy, all count as healthy, as with Route 53. Unlike a name server,
 * this tries the next Region when it cannot connect, and for methods that may be repeated also when
 * a Region breaks off; a {@code POST} that a Region may have seen is answered 502 instead.
 */
public final class GlobalEndpoint implements AutoCloseable {
  /** Names, in an answer, the Region that gave it. */
  public static final String REGION_HEADER = "X-Local-Region";

  /** Names, in a request, the Region nearest to the guest. */
  public static final String NEAREST_HEADER = "X-Local-Nearest";

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(35);
  private static final Set<String> REPEATABLE =
      Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE");

  private final List<RegionMonitor> regions;
  private final HealthCheck check;
  private final PassThrough onward = new PassThrough();
  private final ScheduledExecutorService checks;
  private final LoopbackServer server;

  private GlobalEndpoint(int port, SequencedMap<RegionName, URI> regions, HealthCheck check) {
    if (regions.isEmpty()) {
      throw new IllegalArgumentException("a global endpoint needs a Region");
    }
    this.regions =
        regions.entrySet().stream()
            .map(region -> new RegionMonitor(region.getKey(), region.getValue(), check))
            .toList();
    this.check = check;
    // A thread for each Region: one that hangs must not hold up the checks of the others.
    this.checks =
        Executors.newScheduledThreadPool(
            regions.size(), Thread.ofPlatform().daemon().name("health-checks").factory());
    this.server = LoopbackServer.start(port, this::handle);
  }

  /**
   * Opens the endpoint and starts checking health; every Region is healthy until checks fail.
   *
   * @param port 0 for any free one
   * @param regions base URL of each Region's API, the nearest first
   */
  public static GlobalEndpoint start(
      int port, SequencedMap<RegionName, URI> regions, HealthCheck check) {
    var endpoint = new GlobalEndpoint(port, regions, check);
    long nanos = check.interval().toNanos();
    for (RegionMonitor region : endpoint.regions) {
      var _ =
          endpoint.checks.scheduleWithFixedDelay(
              () -> endpoint.observe(region), nanos, nanos, TimeUnit.NANOSECONDS);
    }
    return endpoint;
  }

  /** The base URL. */
  public URI uri() {
    return server.uri();
  }

  /** All Regions, the nearest first. */
  public List<RegionHealth> health() {
    return regions.stream().map(RegionMonitor::health).toList();
  }

  /** Routes away from a Region until {@link #markUp}. */
  public void markDown(RegionName region) {
    monitor(region).mark(true);
  }

  /** Leaves a Region's health to its checks again. */
  public void markUp(RegionName region) {
    monitor(region).mark(false);
  }

  @Override
  public void close() {
    checks.shutdownNow();
    server.close();
    onward.close();
  }

  /** Checks each Region once, now. */
  void checkAll() {
    regions.forEach(this::observe);
  }

  private void observe(RegionMonitor region) {
    region.observe(isWell(region));
  }

  private boolean isWell(RegionMonitor region) {
    try {
      URI address = region.address(check.path());
      var answer = onward.send(address, "GET", new Headers(), new byte[0], check.timeout());
      return answer.status() < 400;
    } catch (IOException noAnswer) {
      return false;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String target = exchange.getRequestURI().toString();
    try {
      Answer answer =
          exchange.getRequestMethod().equals("GET") && target.equals("/")
              ? Answer.json(200, listing())
              : route(exchange, target, body);
      answer.send(exchange);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private Answer route(HttpExchange exchange, String target, byte[] body)
      throws InterruptedException {
    Optional<RegionName> guest;
    try {
      guest =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst(NEAREST_HEADER))
              .map(RegionName::new);
    } catch (IllegalArgumentException e) {
      return refusal(400, NEAREST_HEADER + ": " + e.getMessage());
    }
    String method = exchange.getRequestMethod();
    for (RegionMonitor region : candidates(guest)) {
      try {
        Headers headers = exchange.getRequestHeaders();
        return onward
            .send(region.address(target), method, headers, body, LONGEST_ANSWER)
            .with(REGION_HEADER, region.name().value());
      } catch (IOException failure) {
        boolean nothingSent =
            failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
        if (!nothingSent && !REPEATABLE.contains(method)) {
          return refusal(502, "The Region broke off; whether it did what was asked is not known.")
              .with(REGION_HEADER, region.name().value());
        }
      }
    }
    return refusal(503, "No Region can be reached.");
  }

  /** The Regions to try, the nearest healthy one first; all of them when none is healthy. */
  private List<RegionMonitor> candidates(Optional<RegionName> guest) {
    List<RegionMonitor> nearestFirst =
        regions.stream()
            .sorted(Comparator.comparing(region -> !guest.equals(Optional.of(region.name()))))
            .toList();
    List<RegionMonitor> healthy =
        nearestFirst.stream().filter(region -> region.health().healthy()).toList();
    return healthy.isEmpty() ? nearestFirst : healthy;
  }

  private RegionMonitor monitor(RegionName name) {
    return regions.stream()
        .filter(region -> region.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " is not one of the Regions"));
  }

  private String listing() {
    ObjectNode listing = JsonNodeFactory.instance.objectNode();
    ArrayNode all = listing.putArray("regions");
    for (RegionHealth health : health()) {
      all.addObject()
          .put("region", health.region().value())
          .put("endpoint", health.endpoint().toString())
          .put("healthy", health.healthy())
          .put("markedDown", health.markedDown());
    }
    return listing.toString();
  }

  private static Answer refusal(int status, String message) {
    return Answer.json(
        status, JsonNodeFactory.instance.objectNode().put("message", message).toString());
  }
}
