package com.globalbooking.regionhealth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.globalbooking.contract.Route;
import com.globalbooking.contract.ScheduledTask;
import com.globalbooking.domain.DeployedRegions;
import com.globalbooking.domain.Region;
import com.globalbooking.domain.health.JudgingRegion;
import com.globalbooking.domain.health.JudgingRegion.Verdict;
import com.globalbooking.domain.health.ProbeRound;
import com.globalbooking.domain.health.ProbingRegion;
import com.globalbooking.domain.health.SendingHeartbeat;
import com.globalbooking.domain.health.SendingHeartbeat.Report;
import com.globalbooking.httpapi.ApiAnswer;
import com.globalbooking.httpapi.ApiFrame;
import com.globalbooking.httpapi.ApiFrame.Endpoint;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/** Answers {@code GET /health} and, once a minute, the schedule. */
@Singleton
public class RegionHealthHandler implements RequestStreamHandler {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Map<String, String> HEADERS =
      Map.of("content-type", "application/json", "cache-control", "no-store");

  private final Region own;
  private final ProbingRegion probing;
  private final JudgingRegion judging;
  private final SendingHeartbeat sending;
  private final HealthReports reports;
  private final Clock clock;
  private final ApiFrame frame;

  RegionHealthHandler(
      DeployedRegions regions,
      ProbingRegion probing,
      JudgingRegion judging,
      SendingHeartbeat sending,
      HealthReports reports,
      Clock clock) {
    this.own = regions.own();
    this.probing = probing;
    this.judging = judging;
    this.sending = sending;
    this.reports = reports;
    this.clock = clock;
    this.frame = new ApiFrame(Map.of(Route.HEALTH, (Endpoint.Open) _ -> health()));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    handle(input, output);
  }

  void handle(InputStream input, OutputStream output) throws IOException {
    byte[] event = input.readAllBytes();
    JsonNode json = MAPPER.readTree(event);
    if (json.path("routeKey").isTextual()) {
      frame.handle(new ByteArrayInputStream(event), output);
    } else if (json.path(ScheduledTask.TASK).asText("").equals(ScheduledTask.HEARTBEAT)) {
      output.write(heartbeat().getBytes(UTF_8));
    } else {
      throw new IllegalArgumentException(
          "the event is neither a request of the API, which has a routeKey, nor "
              + ScheduledTask.HEARTBEAT_EVENT);
    }
  }

  private ApiAnswer health() {
    ProbeRound round = probing.recentRound();
    String body = HealthJson.health(own, round, clock.instant()).toString();
    return new ApiAnswer(round.up() ? 200 : 503, HEADERS, body);
  }

  private String heartbeat() {
    Verdict verdict = judging.judge();
    // Before anything else may take time: a Region that is ill must not seem to be silent.
    reports.report(verdict);
    Report report = sending.send();
    reports.report(report);
    return HealthJson.heartbeat(own, verdict, report).toString();
  }
}
