package com.globalbooking.local.routing;

import static com.globalbooking.local.routing.DeclaredRouting.FAR;
import static com.globalbooking.local.routing.DeclaredRouting.NAME;
import static com.globalbooking.local.routing.DeclaredRouting.NEAR;
import static org.assertj.core.api.Assertions.assertThat;

import com.globalbooking.local.RegionName;
import com.globalbooking.local.loopback.Answer;
import com.globalbooking.local.loopback.LoopbackServer;
import com.globalbooking.local.metrics.AlarmState;
import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GlobalEndpointTest {
  private final Set<RegionName> ill = ConcurrentHashMap.newKeySet();
  private final LoopbackServer near = region(NEAR);
  private final LoopbackServer far = region(FAR);
  private final DeclaredRouting declared = new DeclaredRouting();
  private final GlobalEndpoint endpoint = GlobalEndpoint.start(0, declared.routing, NAME, NEAR);
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void declare() {
    declared.declare(NEAR, near.uri());
    declared.declare(FAR, far.uri());
  }

  @AfterEach
  void close() {
    endpoint.close();
    declared.close();
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
  void threeFailedChecksLeadAwayAndThreeGoodOnesBack() throws Exception {
    ill.add(NEAR);
    declared.routing.checks().observeAll();
    declared.routing.checks().observeAll();
    assertThat(servedBy(get("/x"))).isEqualTo(NEAR.value());
    declared.routing.checks().observeAll();
    assertThat(servedBy(get("/x"))).isEqualTo(FAR.value());
    assertThat(endpoint.health()).extracting(RegionHealth::healthy).containsExactly(false, true);

    ill.clear();
    declared.checkThreeTimes();
    assertThat(servedBy(get("/x"))).isEqualTo(NEAR.value());
  }

  @Test
  void whatARegionSaysOfItselfLeadsAway() throws Exception {
    declared.signals.put(NEAR, AlarmState.ALARM);

    assertThat(servedBy(get("/x"))).isEqualTo(FAR.value());
  }

  @Test
  void aDrainedRegionGetsNobodyThoughItIsWell() throws Exception {
    declared.drain(NEAR);
    declared.checkThreeTimes();
    assertThat(servedBy(get("/x"))).isEqualTo(FAR.value());
    assertThat(endpoint.health()).extracting(RegionHealth::drained).containsExactly(true, false);

    declared.undrain(NEAR);
    assertThat(servedBy(get("/x"))).isEqualTo(NEAR.value());
  }

  @Test
  void whenAllAreUnhealthyTheNearestIsAskedAnyway() throws Exception {
    declared.drain(NEAR);
    declared.drain(FAR);

    assertThat(servedBy(get("/x"))).isEqualTo(NEAR.value());
  }

  @Test
  void aRegionThatIsCutOffIsMissedUntilItsCheckNotices() throws Exception {
    declared.cutOff.add(NEAR);
    HttpResponse<String> missed = get("/x");
    assertThat(missed.statusCode()).isEqualTo(503);
    assertThat(servedBy(missed)).isEqualTo(NEAR.value());

    declared.checkThreeTimes();
    assertThat(servedBy(get("/x"))).isEqualTo(FAR.value());
  }

  @Test
  void aRegionThatCannotBeConnectedIsMissedUntilItsCheckNotices() throws Exception {
    near.close();
    assertThat(get("/x").statusCode()).isEqualTo(503);

    declared.checkThreeTimes();
    assertThat(get("/x").statusCode()).isEqualTo(201);
  }

  @Test
  void aRequestThatARegionMayHaveSeenIsNotRepeated() throws Exception {
    HttpResponse<String> brokenOff =
        client.send(
            to("/break-off").POST(BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());

    assertThat(brokenOff.statusCode()).isEqualTo(502);
    assertThat(servedBy(brokenOff)).isEqualTo(NEAR.value());
  }

  @Test
  void aRegionAnswersToItsOwnNameHealthyOrNot() throws Exception {
    declared.drain(FAR);

    assertThat(raw("/x", FAR + "." + NAME))
        .startsWith("HTTP/1.1 201")
        .containsIgnoringCase("X-Local-Region: us-west-2");
    assertThat(raw("/x", NAME)).containsIgnoringCase("X-Local-Region: eu-west-1");
  }

  @Test
  void aRegionRefusesANameThatItHasNoApiFor() throws Exception {
    declared.routing.domains().unmap(NEAR, NAME, "mapping");

    HttpResponse<String> answer = get("/x");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(servedBy(answer)).isEqualTo(NEAR.value());
  }

  @Test
  void aNameThatNobodyDeclaredLeadsNowhere() throws Exception {
    assertThat(raw("/x", "www." + NAME)).startsWith("HTTP/1.1 502").contains("leads to no API");
  }

  @Test
  void listsTheRegionsWithTheirChecks() throws Exception {
    declared.drain(FAR);

    assertThat(get("/").body())
        .contains("{\"name\":\"booking.test\"")
        .contains(
            "\"region\":\"eu-west-1\",\"healthCheckId\":\"eu-west-1\",\"healthy\":true,"
                + "\"drained\":false")
        .contains("\"healthy\":false,\"drained\":true")
        .contains("\"type\":\"CLOUDWATCH_METRIC\"");
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

  /** With a {@code Host} of its own, which Java's HTTP client does not send. */
  private String raw(String path, String host) throws IOException {
    try (var socket = new Socket(endpoint.uri().getHost(), endpoint.uri().getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(path, host)
                  .getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .lines()
          .collect(Collectors.joining("\n"));
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(endpoint.uri() + path));
  }

  private static String servedBy(HttpResponse<String> answer) {
    return answer.headers().firstValue(GlobalEndpoint.REGION_HEADER).orElse("none");
  }
}
