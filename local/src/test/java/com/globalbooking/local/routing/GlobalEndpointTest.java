package com.globalbooking.local.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.loopback.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GlobalEndpointTest {
  private static final RegionName NEAR = new RegionName("eu-west-1");
  private static final RegionName FAR = new RegionName("us-west-2");

  /** Checks of its own would come in an hour; the tests ask for each. */
  private static final HealthCheck CHECK =
      new HealthCheck("/health", Duration.ofHours(1), Duration.ofSeconds(5), 3, 2);

  private final Set<RegionName> ill = ConcurrentHashMap.newKeySet();
  private final LoopbackServer near = region(NEAR);
  private final LoopbackServer far = region(FAR);
  private final GlobalEndpoint endpoint = GlobalEndpoint.start(0, regions(), CHECK);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    endpoint.close();
    near.close();
    far.close();
    client.shutdownNow();
  }

  @Test
  void passesRequestsUnchangedToTheNearestRegion() throws Exception {
    HttpResponse<String> answer =
        client.send(
            to("/a%2Fb?x=%20y&x=2").header("X-Own", "1").POST(BodyPublishers.ofString("ü")).build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("POST /a%2Fb?x=%20y&x=2 ü");
    assertThat(answer.headers().firstValue("X-Answer")).contains("kept");
    assertThat(servedBy(answer)).isEqualTo(NEAR.value());
  }

  @Test
  void theGuestSaysWhereHeIs() throws Exception {
    assertThat(servedBy(get("/x", FAR.value()))).isEqualTo(FAR.value());
    assertThat(servedBy(get("/x", "eu-north-1"))).isEqualTo(NEAR.value());
    assertThat(get("/x", "nowhere").statusCode()).isEqualTo(400);
  }

  @Test
  void threeFailedChecksRouteAwayAndTwoGoodOnesBack() throws Exception {
    ill.add(NEAR);
    endpoint.checkAll();
    endpoint.checkAll();
    assertThat(servedBy(get("/x"))).isEqualTo(NEAR.value());
    endpoint.checkAll();
    assertThat(servedBy(get("/x"))).isEqualTo(FAR.value());
    assertThat(endpoint.health()).extracting(RegionHealth::healthy).containsExactly(false, true);

    ill.clear();
    endpoint.checkAll();
    assertThat(servedBy(get("/x"))).isEqualTo(FAR.value());
    endpoint.checkAll();
    assertThat(servedBy(get("/x"))).isEqualTo(NEAR.value());
  }

  @Test
  void aGoodCheckBetweenTwoBadOnesStartsTheCountAnew() throws Exception {
    ill.add(NEAR);
    endpoint.checkAll();
    endpoint.checkAll();
    ill.clear();
    endpoint.checkAll();
    ill.add(NEAR);
    endpoint.checkAll();
    endpoint.checkAll();

    assertThat(servedBy(get("/x"))).isEqualTo(NEAR.value());
  }

  @Test
  void aRegionCanBeMarkedDown() throws Exception {
    endpoint.markDown(NEAR);
    assertThat(servedBy(get("/x"))).isEqualTo(FAR.value());
    endpoint.markUp(NEAR);
    assertThat(servedBy(get("/x"))).isEqualTo(NEAR.value());
    assertThatThrownBy(() -> endpoint.markDown(new RegionName("eu-north-1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whenAllAreUnhealthyTheNearestIsAskedAnyway() throws Exception {
    endpoint.markDown(NEAR);
    endpoint.markDown(FAR);

    assertThat(servedBy(get("/x"))).isEqualTo(NEAR.value());
  }

  @Test
  void aRegionThatCannotBeConnectedIsPassedOver() throws Exception {
    near.close();

    HttpResponse<String> answer = post("/x");
    assertThat(servedBy(answer)).isEqualTo(FAR.value());
    assertThat(answer.statusCode()).isEqualTo(201);
  }

  @Test
  void aRequestThatARegionMayHaveSeenIsNotRepeated() throws Exception {
    assertThat(post("/break-off").statusCode()).isEqualTo(502);
    assertThat(servedBy(get("/break-off", NEAR.value()))).isEqualTo(FAR.value());
  }

  @Test
  void saysSoWhenNoRegionIsThere() throws Exception {
    near.close();
    far.close();

    HttpResponse<String> answer = get("/x");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{\"message\":\"No Region can be reached.\"}");
  }

  @Test
  void listsTheRegions() throws Exception {
    endpoint.markDown(FAR);

    assertThat(get("/").body())
        .contains("\"region\":\"eu-west-1\",\"endpoint\":\"" + near.uri() + "\",\"healthy\":true")
        .contains("\"healthy\":false,\"markedDown\":true");
  }

  private SequencedMap<RegionName, URI> regions() {
    var regions = new LinkedHashMap<RegionName, URI>();
    regions.put(NEAR, near.uri());
    regions.put(FAR, far.uri());
    return regions;
  }

  private LoopbackServer region(RegionName name) {
    return LoopbackServer.start(0, exchange -> answer(name, exchange));
  }

  private void answer(RegionName name, HttpExchange exchange) throws IOException {
    String target = exchange.getRequestURI().toString();
    if (target.equals("/health")) {
      Answer.empty(ill.contains(name) ? 503 : 200).send(exchange);
    } else if (target.equals("/break-off") && name.equals(NEAR)) {
      exchange.close();
    } else {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Answer.json(201, exchange.getRequestMethod() + " " + target + " " + body)
          .with("X-Answer", "kept")
          .send(exchange);
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(to(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path, String nearest)
      throws IOException, InterruptedException {
    return client.send(
        to(path).header(GlobalEndpoint.NEAREST_HEADER, nearest).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path) throws IOException, InterruptedException {
    return client.send(
        to(path).POST(BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(endpoint.uri() + path));
  }

  private static String servedBy(HttpResponse<String> answer) {
    return answer.headers().firstValue(GlobalEndpoint.REGION_HEADER).orElse("none");
  }
}
