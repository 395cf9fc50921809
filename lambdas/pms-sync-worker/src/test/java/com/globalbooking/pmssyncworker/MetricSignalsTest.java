package com.globalbooking.pmssyncworker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.globalbooking.contract.Metric;
import com.globalbooking.domain.pms.PmsName;
import com.globalbooking.metrics.Metrics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricSignalsTest {
  private static final PmsName OPERA = new PmsName("opera");

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final MetricSignals signals =
      new MetricSignals(
          new Metrics(
              new PrintStream(log, true, UTF_8),
              Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
              "prod"));

  @Test
  void countsAMessageThatWaitsForACircuit() throws Exception {
    signals.waitsForCircuit(OPERA);
    signals.waitsForCircuit(OPERA);

    List<String> lines = log.toString(UTF_8).lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode line = JsonMapper.builder().build().readTree(lines.getFirst());
    JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
    assertThat(line.at("/OpenCircuits").asInt()).isEqualTo(1);
    assertThat(line.at("/Function").asText()).isEqualTo("pms-sync-worker");
    assertThat(line.at("/Environment").asText()).isEqualTo("prod");
    assertThat(directive.at("/Metrics/0/Name").asText()).isEqualTo("OpenCircuits");
    assertThat(directive.at("/Dimensions/0"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(Metric.FUNCTION_DIMENSION, Metric.ENVIRONMENT_DIMENSION);
  }

  @Test
  void tellsOpeningAndFirstAttemptsApartFromWaiting() {
    signals.circuitOpened(OPERA);
    signals.firstAttempt(Duration.ofMillis(7));

    assertThat(log.toString(UTF_8))
        .contains("\"CircuitsOpened\":1", "\"PmsAttemptDelay\":7")
        .doesNotContain("OpenCircuits");
  }
}
