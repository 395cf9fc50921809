package com.globalbooking.reconciliationchecker;

import static com.globalbooking.contract.Reconciliation.BOOKINGS;
import static com.globalbooking.contract.Reconciliation.CONFLICTS;
import static com.globalbooking.contract.Reconciliation.COVERAGE;
import static com.globalbooking.contract.Reconciliation.DRIFT_DETECTED;
import static com.globalbooking.contract.Reconciliation.DURATION_MS;
import static com.globalbooking.contract.Reconciliation.HEALED;
import static com.globalbooking.contract.Reconciliation.ROOM_NIGHTS;
import static com.globalbooking.contract.Reconciliation.SEGMENT;
import static com.globalbooking.contract.Reconciliation.SEGMENTS;
import static com.globalbooking.contract.Reconciliation.SEGMENT_FINISHED;
import static com.globalbooking.contract.Reconciliation.SUSPECTS;
import static com.globalbooking.contract.Reconciliation.UNAVAILABLE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.globalbooking.contract.Metric;
import com.globalbooking.contract.SmokeEvent;
import com.globalbooking.domain.reconciliation.Drift;
import com.globalbooking.domain.reconciliation.Findings;
import com.globalbooking.domain.reconciliation.Reconciling;
import com.globalbooking.domain.reconciliation.Segment;
import com.globalbooking.events.DecidedEvents;
import com.globalbooking.events.EventJson;
import com.globalbooking.metrics.Metrics;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Answers the state machine: a first look without suspects, a second with them. */
@Singleton
public class ReconciliationHandler implements RequestStreamHandler {
  private static final Logger LOG = Logger.getLogger(ReconciliationHandler.class);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Reconciling reconciling;
  private final Metrics metrics;
  private final Clock clock;

  ReconciliationHandler(Reconciling reconciling, Metrics metrics, Clock clock) {
    this.reconciling = reconciling;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    handle(input, output);
  }

  void handle(InputStream input, OutputStream output) throws IOException {
    Instant start = clock.instant();
    JsonNode request = MAPPER.readTree(input);
    if (request.has(SmokeEvent.SMOKE)) {
      output.write(SmokeEvent.STARTED.getBytes(UTF_8));
      return;
    }
    var segment = new Segment(request.path(SEGMENT).asInt(-1), request.path(SEGMENTS).asInt(-1));
    List<Drift> suspects = new ArrayList<>();
    request.path(SUSPECTS).forEach(suspect -> suspects.add(DriftJson.read(suspect)));
    Findings findings =
        suspects.isEmpty() ? reconciling.firstLook(segment) : reconciling.secondLook(suspects);
    tell(findings);
    ObjectNode answer = answer(segment, findings, start);
    output.write(answer.toString().getBytes(UTF_8));
  }

  private void tell(Findings findings) {
    findings.drift().forEach(drift -> LOG.warnf("Drift: %s", DriftJson.write(drift)));
    if (!findings.coverage().unavailable().isEmpty()) {
      LOG.warnf("Not covered: %s", findings.coverage().unavailable());
    }
    if (findings.driftDetected()) {
      metrics.emit(Metric.DRIFT, findings.drift().size());
    }
  }

  private ObjectNode answer(Segment segment, Findings findings, Instant start) {
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put(SEGMENT, segment.number())
            .put(SEGMENTS, segment.of())
            .put(DRIFT_DETECTED, findings.driftDetected());
    ArrayNode suspects = answer.putArray(SUSPECTS);
    findings.suspects().forEach(suspect -> suspects.add(DriftJson.write(suspect)));
    ArrayNode conflicts = answer.putArray(CONFLICTS);
    findings
        .conflicts()
        .forEach(found -> conflicts.add(EventJson.tree(DecidedEvents.overbooked(found, start))));
    ObjectNode coverage =
        answer
            .putObject(COVERAGE)
            .put(ROOM_NIGHTS, findings.coverage().roomNights())
            .put(BOOKINGS, findings.coverage().bookings())
            .put(SEGMENT_FINISHED, findings.coverage().segmentFinished());
    ArrayNode unavailable = coverage.putArray(UNAVAILABLE);
    findings.coverage().unavailable().forEach(unavailable::add);
    return answer
        .put(HEALED, findings.healed())
        .put(DURATION_MS, Duration.between(start, clock.instant()).toMillis());
  }
}
